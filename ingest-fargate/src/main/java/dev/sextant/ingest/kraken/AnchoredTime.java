package dev.sextant.ingest.kraken;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.venues.http.MonotonicClock;

/**
 * Epoch milliseconds that go on by the monotonic clock, so that no age is wrong when the wall's clock is set. Anchored to the
 * wall's when a connection begins. Not thread-safe.
 */
final class AnchoredTime {

    /** A wall's clock that is farther away than this was set, or the machine has slept; it drifts by far less. */
    static final long MOST_APART_MS = 500;

    private final MonotonicClock clock;
    private final EpochClock wall;
    private long aheadMs;

    /** Anchored to the wall's clock as it is now. */
    AnchoredTime(MonotonicClock clock, EpochClock wall) {
        this.clock = clock;
        this.wall = wall;
        anchor();
    }

    /** Takes the wall's time over. */
    void anchor() {
        aheadMs = wall.nowMs() - clock.nowMs();
    }

    /** Now, in epoch milliseconds: never before what it was, but for {@link #anchor}. */
    long nowMs() {
        return clock.nowMs() + aheadMs;
    }

    /** How far ahead of this the wall's clock is; negative when it is behind. */
    long wallAheadMs() {
        return wall.nowMs() - nowMs();
    }

    /** Whether the wall's clock was set since, or the machine has slept: ages can't be trusted, nor can these times. */
    boolean isOff() {
        return Math.abs(wallAheadMs()) > MOST_APART_MS;
    }
}
