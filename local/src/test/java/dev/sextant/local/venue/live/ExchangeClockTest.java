package dev.sextant.local.venue.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ExchangeClockTest {

    private final AtomicLong stopwatchMs = new AtomicLong(1_000);
    private final ExchangeClock clock = new ExchangeClock(stopwatchMs::get, 50_000);

    @Test
    void runsWithTheStopwatch() {
        assertEquals(51_000, clock.nowMs());
        stopwatchMs.addAndGet(250);
        assertEquals(51_250, clock.nowMs());
    }

    @Test
    void jumpsForwardWhenMeasuredToBeBehind() {
        clock.measured(50_400);
        assertEquals(51_400, clock.nowMs());
    }

    @Test
    void runsAtHalfSpeedWhileItIsAhead() {
        clock.measured(49_900);
        assertEquals(51_000, clock.nowMs());
        stopwatchMs.addAndGet(100);
        assertEquals(51_050, clock.nowMs());
        stopwatchMs.addAndGet(200);
        assertEquals(51_200, clock.nowMs(), "half a step would be 51150, and the exchange is at 51200 by now");
    }

    @Test
    void askedEachMillisecondItStillGoesOn() {
        clock.measured(40_000);
        long last = clock.nowMs();
        for (int i = 0; i < 20_000; i++) {
            stopwatchMs.incrementAndGet();
            long next = clock.nowMs();
            assertTrue(next >= last);
            last = next;
        }
        assertTrue(Math.abs(61_000 - last) <= 1, () -> "the exchange is at 61000");
    }
}
