package dev.sextant.ingest.venue;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.store.ClockOffset;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.VenueReadException;

/**
 * Measures how far the venue's clock is from this machine's: server time minus the middle of the request, from the
 * quickest of five requests, because a slow one says least about the middle.
 */
public final class ClockProbe {

    private static final int SAMPLES = 5;

    /** The venue's clock, epoch milliseconds. */
    @FunctionalInterface
    public interface VenueClock {
        long nowMs() throws VenueReadException, InterruptedException;
    }

    private final VenueClock venue;
    private final EpochClock wallClock;
    private final MonotonicClock stopwatch;

    public ClockProbe(VenueClock venue, EpochClock wallClock, MonotonicClock stopwatch) {
        this.venue = venue;
        this.wallClock = wallClock;
        this.stopwatch = stopwatch;
    }

    /** @throws VenueReadException when any of the requests fails */
    public ClockOffset measure() throws VenueReadException, InterruptedException {
        ClockOffset best = sample();
        for (int i = 1; i < SAMPLES; i++) {
            ClockOffset next = sample();
            best = next.roundTripMs() < best.roundTripMs() ? next : best;
        }
        return best;
    }

    private ClockOffset sample() throws VenueReadException, InterruptedException {
        long startMs = stopwatch.nowMs();
        long sentAtMs = wallClock.nowMs();
        long venueMs = venue.nowMs();
        long roundTripMs = stopwatch.nowMs() - startMs;
        long middleMs = sentAtMs + roundTripMs / 2;
        return new ClockOffset(venueMs - middleMs, roundTripMs, sentAtMs + roundTripMs);
    }
}
