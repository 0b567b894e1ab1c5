package dev.sextant.domain.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The diagram on the page is printed from the table, so the two can't drift apart. */
class LifecycleDiagramTest {

    private static final String OPENING = "```mermaid\n";
    private static final String CLOSING = "```\n";
    private static final String WRITE = "sextant.writeDocs";

    @Test
    void thePageShowsTheTable() throws IOException {
        Path page = RepositoryRoot.find().resolve("docs/order-lifecycle.md");
        String text = Files.readString(page);
        int start = text.indexOf(OPENING);
        int end = text.indexOf(CLOSING, start + OPENING.length());
        assertTrue(start >= 0 && end > start, () -> page + " has no mermaid block to hold the diagram");
        String shown = text.substring(start + OPENING.length(), end);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, text.substring(0, start + OPENING.length()) + diagram() + text.substring(end));
            return;
        }
        assertEquals(
                diagram(),
                shown,
                "docs/order-lifecycle.md differs from OrderLifecycle; print it again with:"
                        + " ./mvnw -q -pl shared/domain test -Dtest=LifecycleDiagramTest -D" + WRITE + "=true");
    }

    private static String diagram() {
        StringBuilder lines = new StringBuilder("stateDiagram-v2\n    [*] --> NEW\n");
        for (OrderLifecycle.Move move : OrderLifecycle.moves()) {
            lines.append("    %s --> %s : %s\n"
                    .formatted(move.from(), move.to(), move.on().wireName()));
        }
        return Arrays.stream(OrderState.values())
                .filter(OrderState::isFinal)
                .map(state -> "    " + state + " --> [*]\n")
                .collect(Collectors.joining("", lines, ""));
    }
}
