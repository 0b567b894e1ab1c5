package dev.sextant.domain.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sextant.domain.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of conditions in {@code docs/risk.md} is the one in code, row by row. */
class GuardPageTest {

    @Test
    void thePageListsEveryConditionInItsOrderWithItsScopeAndState() throws IOException {
        List<String> shown = Files.readAllLines(RepositoryRoot.find().resolve("docs/risk.md")).stream()
                .filter(line -> line.matches("\\| `[a-z_]+` \\| (account|strategy|symbol) \\|.*"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> cells[1].strip() + cells[2] + cells[3].strip())
                .toList();
        List<String> known = Arrays.stream(GuardCondition.values())
                .map(condition ->
                        "`" + condition.wireName() + "` " + condition.scope().wireName() + " " + condition.state())
                .toList();
        assertEquals(known, shown);
    }

    @Test
    void everyConditionSaysWhatItMeansAndNoTwoTheSame() {
        List<String> meanings = Arrays.stream(GuardCondition.values())
                .map(GuardCondition::meaning)
                .toList();
        assertEquals(meanings.size(), meanings.stream().distinct().count());
        assertFalse(meanings.stream().anyMatch(String::isBlank));
    }

    @Test
    void onlyTheTwoWorstStatesBarEntries() {
        assertEquals(
                List.of(GuardState.REDUCING, GuardState.HALTED),
                Arrays.stream(GuardState.values())
                        .filter(GuardState::barsEntries)
                        .toList());
    }
}
