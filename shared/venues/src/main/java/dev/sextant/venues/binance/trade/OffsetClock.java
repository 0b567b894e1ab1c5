package dev.sextant.venues.binance.trade;

import dev.sextant.domain.venue.VenueUnavailableException;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * This machine's clock plus an offset, measured with five questions of which the one with the shortest round trip
 * counts, and kept for at most 60 seconds of monotonic time.
 */
final class OffsetClock implements VenueClock {

    private static final int SAMPLES = 5;
    private static final long MAX_AGE_NANOS = Duration.ofSeconds(60).toNanos();

    private record Sample(long offsetMs, long roundTripNanos, long takenAtNanos) {}

    private final ServerTime serverTime;
    private final Timing timing;
    private @Nullable Sample best;

    OffsetClock(ServerTime serverTime, Timing timing) {
        this.serverTime = serverTime;
        this.timing = timing;
    }

    @Override
    public synchronized long nowMs() throws VenueUnavailableException {
        Sample current = best;
        if (current == null || timing.monotonicNanos().getAsLong() - current.takenAtNanos() > MAX_AGE_NANOS) {
            current = measure();
            best = current;
        }
        return timing.wall().nowMs() + current.offsetMs();
    }

    private Sample measure() throws VenueUnavailableException {
        Sample shortest = null;
        for (int i = 0; i < SAMPLES; i++) {
            try {
                Sample sample = ask();
                if (shortest == null || sample.roundTripNanos() < shortest.roundTripNanos()) {
                    shortest = sample;
                }
            } catch (VenueUnavailableException e) {
                // One good sample is a measurement; without one there is no time to sign with.
                if (shortest == null) {
                    throw e;
                }
                break;
            }
        }
        if (shortest == null) {
            throw new AssertionError("at least one sample is taken");
        }
        return shortest;
    }

    /** offset = server − (t0 + t1) / 2, with t0 and t1 read on this machine around the question. */
    private Sample ask() throws VenueUnavailableException {
        long startedNanos = timing.monotonicNanos().getAsLong();
        long askedAtMs = timing.wall().nowMs();
        long serverMs = serverTime.askMs();
        long answeredAtMs = timing.wall().nowMs();
        long endedNanos = timing.monotonicNanos().getAsLong();
        long middleMs = askedAtMs + (answeredAtMs - askedAtMs) / 2;
        return new Sample(serverMs - middleMs, endedNanos - startedNanos, endedNanos);
    }

    @Override
    public synchronized void forget() {
        best = null;
    }

    @Override
    public synchronized OptionalLong offsetMs() {
        return best == null ? OptionalLong.empty() : OptionalLong.of(best.offsetMs());
    }
}
