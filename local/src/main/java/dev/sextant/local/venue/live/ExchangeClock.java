package dev.sextant.local.venue.live;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.venues.http.MonotonicClock;

/**
 * The exchange's time, carried on by this machine's stopwatch: event time needs no event to move, and neither a change of
 * the wall clock nor a new measurement makes it jump back. Measured to be ahead, it runs at half speed until it isn't.
 */
final class ExchangeClock implements EpochClock {

    private final MonotonicClock stopwatch;
    private long offsetMs;
    private long lastMs;
    private long lastAtMs;

    /** @param offsetMs exchange minus stopwatch, as measured */
    ExchangeClock(MonotonicClock stopwatch, long offsetMs) {
        this.stopwatch = stopwatch;
        this.offsetMs = offsetMs;
        this.lastAtMs = stopwatch.nowMs();
        this.lastMs = lastAtMs + offsetMs;
    }

    /** Takes over a newer measurement. */
    synchronized void measured(long newOffsetMs) {
        offsetMs = newOffsetMs;
    }

    @Override
    public synchronized long nowMs() {
        long atMs = stopwatch.nowMs();
        long nextMs = Math.max(atMs + offsetMs, lastMs + (atMs - lastAtMs) / 2);
        if (nextMs > lastMs) {
            lastMs = nextMs;
            lastAtMs = atMs;
        }
        return lastMs;
    }
}
