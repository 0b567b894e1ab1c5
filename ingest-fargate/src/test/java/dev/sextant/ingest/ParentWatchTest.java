package dev.sextant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParentWatchTest {

    private static final ProcessHandle ALIVE = ProcessHandle.current().parent().orElseThrow();

    @Test
    void aParentThatLivesHasNotEnded() {
        assertFalse(ParentWatch.ended(Optional.of(ALIVE), ALIVE.pid()).isDone());
    }

    /** The desk was killed while this process was starting: by now somebody else is its parent. */
    @Test
    void aParentThatIsAnotherByNowHasEnded() {
        assertTrue(ParentWatch.ended(Optional.of(ALIVE), ALIVE.pid() + 1).isDone());
        assertTrue(ParentWatch.ended(Optional.empty(), ALIVE.pid()).isDone());
    }

    @Test
    void nobodyIsWatchedUnlessNamed() {
        assertEquals(OptionalLong.empty(), ParentWatch.pid(Map.of()));
        assertEquals(OptionalLong.of(42), ParentWatch.pid(Map.of("SEXTANT_END_WITH_PARENT", "42")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "-1", "0", "1.5", "99999999999999999999"})
    void aParentIsNamedByANumber(String text) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> ParentWatch.pid(Map.of("SEXTANT_END_WITH_PARENT", text)));
        assertEquals(
                "SEXTANT_END_WITH_PARENT is '" + text + "', expected the id of the process that starts the ingest",
                refusal.getMessage());
    }
}
