package dev.sextant.venues.binance.market.rest;

import dev.sextant.domain.time.EpochClock;

/**
 * Spends at most {@code limit} units in each window of the clock. Counts what it sent itself and takes over a higher
 * count when the venue reports one, because other programs may share the address. Thread-safe.
 */
final class RateWindow {

    private final long lengthMs;
    private final EpochClock clock;
    private long limit;
    private long windowStartMs;
    private long used;

    RateWindow(long limit, long lengthMs, EpochClock clock) {
        this.limit = limit;
        this.lengthMs = lengthMs;
        this.clock = clock;
    }

    synchronized void limit(long newLimit) {
        limit = newLimit;
    }

    /** Spends {@code weight} and returns 0, or spends nothing and returns the milliseconds to wait. */
    synchronized long spend(long weight) {
        long nowMs = roll();
        if (used + weight > limit && used > 0) {
            return windowStartMs + lengthMs - nowMs;
        }
        used += weight;
        return 0;
    }

    /** The venue says that this much is used in the current window. */
    synchronized void reported(long usedAtVenue) {
        roll();
        used = Math.max(used, usedAtVenue);
    }

    private long roll() {
        long nowMs = clock.nowMs();
        long startMs = Math.floorDiv(nowMs, lengthMs) * lengthMs;
        if (startMs != windowStartMs) {
            windowStartMs = startMs;
            used = 0;
        }
        return nowMs;
    }
}
