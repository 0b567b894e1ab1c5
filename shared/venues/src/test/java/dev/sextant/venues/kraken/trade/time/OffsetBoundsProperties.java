package dev.sextant.venues.kraken.trade.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class OffsetBoundsProperties {

    private static final long SECOND = 1_000_000_000L;

    private static long drifted(double ppm, long elapsed) {
        return (long) Math.floor(elapsed * (ppm / 1e6));
    }

    @Property
    void theTruthIsAlwaysInside(
            @ForAll @LongRange(min = 1_600_000_000L * SECOND, max = 1_900_000_000L * SECOND) long venueStart,
            @ForAll @LongRange(min = -9_000_000_000_000L, max = 9_000_000_000_000L) long monotonicStart,
            @ForAll @DoubleRange(min = -49.9, max = 49.9) double ppm,
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 0, max = 600_000_000_000L) Long> gaps,
            @ForAll @Size(min = 30, max = 30) List<@LongRange(min = 0, max = 3_000_000_000L) Long> ways) {
        long now = monotonicStart;
        OffsetBounds bounds = null;
        for (int i = 0; i < gaps.size(); i++) {
            now += gaps.get(i);
            long sent = now;
            long answered = sent + ways.get(i);
            long received = answered + ways.get(ways.size() - 1 - i);
            now = received;
            long venueThen = venueStart + (answered - monotonicStart) + drifted(ppm, answered - monotonicStart);
            OffsetBounds answer = OffsetBounds.of(Math.floorDiv(venueThen, SECOND), sent, received);
            bounds = bounds == null ? answer : bounds.and(answer);
            long truth = venueStart - monotonicStart + drifted(ppm, received - monotonicStart);
            assertTrue(bounds.lowest() <= truth && truth <= bounds.highest(), bounds + " without " + truth);
        }
    }

    @Property
    void boundsOfManyAnswersAreWithinThoseOfTheLast(
            @ForAll @LongRange(min = 0, max = SECOND) long first,
            @ForAll @LongRange(min = 0, max = SECOND) long later) {
        OffsetBounds a = OffsetBounds.of(100, first, first + 1_000);
        OffsetBounds b = OffsetBounds.of(101, SECOND + later, SECOND + later + 1_000);
        OffsetBounds both = a.and(b);
        assertTrue(both.lowest() >= b.lowest() && both.highest() <= b.highest());
    }

    @Example
    void aClockThatWasSetStartsOver() {
        OffsetBounds before = OffsetBounds.of(100, 0, 1_000);
        OffsetBounds after = OffsetBounds.of(200, SECOND, SECOND + 1_000);
        assertEquals(after, before.and(after));
    }
}
