package dev.sextant.local.venue.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Limits with stepped clocks. */
class RateLimitsTest {

    private final AtomicLong marketMs = new AtomicLong(600_000);
    private final AtomicLong wallMs = new AtomicLong(6_000_000);
    private final RateLimits limits = new RateLimits(new LimitRules(10, 2, 3), marketMs::get, wallMs::get);

    @Test
    void aNewMinuteOfEitherClockStartsOver() {
        limits.takeWeight(10);
        assertEquals(429, status(() -> limits.takeWeight(1)));
        marketMs.addAndGet(60_000);
        limits.takeWeight(10);
        assertEquals(429, status(() -> limits.takeWeight(1)));
        wallMs.addAndGet(60_000);
        limits.takeWeight(10);
        assertEquals("10", limits.headers(false).get("X-MBX-USED-WEIGHT-1M"));
    }

    @Test
    void retryAfterIsTheRestOfTheMinute() {
        wallMs.addAndGet(12_400);
        limits.takeWeight(10);
        ApiError error = assertThrows(ApiError.class, () -> limits.takeWeight(1));
        assertEquals(48, error.retryAfterSeconds());
    }

    @Test
    void whoGoesOnIsBannedForTwoMinutes() {
        limits.takeWeight(10);
        for (int i = 0; i < 20; i++) {
            assertEquals(429, status(() -> limits.takeWeight(1)));
        }
        assertEquals(418, status(() -> limits.takeWeight(1)));
        wallMs.addAndGet(119_999);
        assertEquals(418, status(() -> limits.takeWeight(1)));
        wallMs.addAndGet(1);
        limits.takeWeight(1);
    }

    @Test
    void ordersHaveTwoWindows() {
        limits.takeOrder();
        limits.takeOrder();
        assertEquals(429, status(limits::takeOrder));
        wallMs.addAndGet(10_000);
        assertEquals(
                -1015, assertThrows(ApiError.class, limits::takeOrder).code(), "the minute's limit is reached too");
    }

    private static int status(Runnable action) {
        return assertThrows(ApiError.class, action::run).status();
    }
}
