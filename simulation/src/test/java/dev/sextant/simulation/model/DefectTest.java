package dev.sextant.simulation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DefectTest {

    @ParameterizedTest
    @CsvSource({
        "NO_CLAIM, 12",
        "RETRY_LOST_ANSWER, 10",
        "KILL_BEFORE_CLAIM, 4",
        "NOT_FOUND_IS_FINAL, 6",
        "NO_TABLE, 8",
        "NO_QUARANTINE, 23",
        "NO_RECEIVE_WINDOW, 21",
        "NO_SWEEP, 2"
    })
    void eachIsFoundByTheShortestWay(Defect defect, int steps) {
        Verdict verdict = ModelCheck.of(defect);
        assertTrue(verdict.asExpected(), defect.words());
        assertEquals(steps, story(verdict).size());
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void eachHasATitleForTheCommandLine(Defect defect) {
        assertEquals(defect, Defect.titled(defect.title()).orElseThrow());
    }

    @Test
    void aThrowOfTheKillSwitchBetweenReadingItAndTheClaimIsToldInWords() {
        Verdict verdict = ModelCheck.of(Defect.KILL_BEFORE_CLAIM);
        assertEquals(
                List.of(
                        "placer A takes the record from the queue",
                        "placer A reads the venue's time",
                        "the kill switch is thrown",
                        "placer A claims the order: granted"),
                story(verdict).stream().map(StoryLine::step).toList());
    }

    @Test
    void theSecondAcceptanceNeedsTheFirstOrderToBeFilled() {
        List<StoryLine> story = story(ModelCheck.of(Defect.RETRY_LOST_ANSWER));
        assertTrue(story.stream().anyMatch(line -> line.venue().equals("filled 3/3")), story::toString);
        assertEquals("the venue accepts the order; it rests", story.getLast().step());
    }

    private static List<StoryLine> story(Verdict verdict) {
        Defect defect = verdict.defect();
        return verdict.findings().stream()
                .filter(finding -> defect != null && finding.broken() == defect.breaks())
                .findFirst()
                .orElseThrow()
                .story();
    }
}
