package dev.sextant.venues.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(250, 10_000);

    @Test
    void theLongestWaitDoublesUpToTheCap() {
        double almostOne = 0.999999;
        assertEquals(249, backoff.delayMs(0, almostOne));
        assertEquals(499, backoff.delayMs(1, almostOne));
        assertEquals(999, backoff.delayMs(2, almostOne));
        assertEquals(9_999, backoff.delayMs(10, almostOne));
        assertEquals(9_999, backoff.delayMs(1_000_000, almostOne));
    }

    @Property
    void everyWaitLiesBetweenZeroAndTheCap(
            @ForAll @IntRange(min = 0) int failures, @ForAll @DoubleRange(min = 0, max = 0.99) double random) {
        long delayMs = backoff.delayMs(failures, random);
        assertTrue(delayMs >= 0 && delayMs <= 10_000);
    }

    @Test
    void aCapBelowTheBaseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Backoff(100, 99));
    }
}
