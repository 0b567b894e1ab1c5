package dev.sextant.ingest.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EventTimeTest {

    private static final long T = 1_750_000_000_000L;

    private final EventTime time = new EventTime(T);

    private String crossed(long eventTimeMs) {
        StringBuilder text = new StringBuilder();
        for (Boundary boundary : time.advance(eventTimeMs)) {
            text.append(boundary.second() ? "|" : "'").append(boundary.timeMs() - T);
        }
        return text.toString();
    }

    @Test
    void boundariesAreTheQuartersAndSecondsThatAnEventReachesOrPasses() {
        assertEquals("", crossed(T + 10));
        assertEquals("", crossed(T + 249));
        assertEquals("'250", crossed(T + 250));
        assertEquals("'750", crossed(T + 800));
        assertEquals("|1000", crossed(T + 1_000));
        assertEquals("", crossed(T + 1_001));
        assertEquals("|2000'2250", crossed(T + 2_300));
        assertEquals("|3000|4000|5000", crossed(T + 5_100));
    }

    @Test
    void anOlderEventCrossesNothing() {
        crossed(T + 5_000);
        assertEquals("", crossed(T + 3_000));
        assertEquals(T + 5_000, time.nowMs());
    }

    @Test
    void theFirstEventTicksOnlyOnAFullSecond() {
        assertEquals("|0", crossed(T));
        assertEquals("", new EventTime(T).advance(T + 1_500).toString().replace("[]", ""));
    }

    @Test
    void aMinuteOfSecondsIsToldOneByOneAndMoreOnlyByItsLast() {
        crossed(T + 1);
        assertEquals(60, time.advance(T + 60_001).size());
        assertEquals("|121000", crossed(T + 121_100));
    }

    @Test
    void anEventHoursAheadNeedsThreeWitnesses() {
        time.advance(T + 1);
        long later = T + 8 * 3_600_000L;
        assertFalse(time.plausible(later));
        assertTrue(time.plausible(T + 2));
        assertFalse(time.plausible(later));
        assertFalse(time.plausible(later + 1_000));
        assertTrue(time.plausible(later + 2_000));
    }

    @Test
    void strayWitnessesThatDisagreeNeverMoveTheClock() {
        time.advance(T + 1);
        for (int i = 1; i < 100; i++) {
            assertFalse(time.plausible(T + i * 7_200_000L));
        }
    }

    @Test
    void timeNeverGoesBackByHours() {
        time.advance(T + 1);
        for (int i = 0; i < 10; i++) {
            assertFalse(time.plausible(T - 7_200_000L));
        }
    }

    @Property
    void everySecondIsToldOnceAndInOrder(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = 3_000) Long> steps) {
        EventTime clock = new EventTime(T);
        List<Long> seconds = new ArrayList<>();
        long now = T + 1;
        clock.advance(now);
        for (long step : steps) {
            now += step;
            clock.advance(now).stream().filter(Boundary::second).forEach(b -> seconds.add(b.timeMs()));
        }
        List<Long> expected = new ArrayList<>();
        for (long second = T + 1_000; second <= now; second += 1_000) {
            expected.add(second);
        }
        assertEquals(expected, seconds);
    }
}
