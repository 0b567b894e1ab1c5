package dev.sextant.venues.kraken.trade.time;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.Sleeper;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Kraken's time, finer than the whole seconds it is told in: each answer bounds the offset of its clock, and answers near
 * the turn of a second bound it closely. Asked at first, after a minute, and at good moments until the bounds are close.
 * Safe for several threads.
 */
public final class KrakenClock {

    private static final long MS = 1_000_000L;
    private static final long MAX_AGE = 60_000 * MS;
    private static final long LEAST_GAP = 1_000 * MS;
    private static final long CLOSE = 100 * MS;

    /** Asks the venue for the second it has. */
    @FunctionalInterface
    public interface SecondsQuestion {
        long askSeconds() throws VenueUnavailableException;
    }

    /**
     * What is known of the venue's clock.
     *
     * @param offsetMs venue time minus this machine's wall clock
     * @param uncertainMs how far the truth may be from it at most, either way
     */
    public record Reading(long offsetMs, long uncertainMs) {}

    private final SecondsQuestion venue;
    private final LongSupplier monotonicNanos;
    private final EpochClock wall;
    private @Nullable OffsetBounds bounds;

    /**
     * @param monotonicNanos a clock that never jumps
     * @param wall this machine's clock, for {@link #reading} alone
     */
    public KrakenClock(SecondsQuestion venue, LongSupplier monotonicNanos, EpochClock wall) {
        this.venue = venue;
        this.monotonicNanos = monotonicNanos;
        this.wall = wall;
    }

    /** Venue time now, epoch milliseconds. */
    public synchronized long nowMs() throws VenueUnavailableException {
        OffsetBounds known = bounds;
        if (known == null || age(known) > MAX_AGE) {
            known = ask();
        } else if (mayGetCloser(known)) {
            known = askOrKeep(known);
        }
        return Math.floorDiv(known.venueNanos(monotonicNanos.getAsLong()), MS);
    }

    private long age(OffsetBounds known) {
        return monotonicNanos.getAsLong() - known.atNanos();
    }

    private boolean mayGetCloser(OffsetBounds known) {
        return known.width() > CLOSE && age(known) >= LEAST_GAP && known.cutNow(monotonicNanos.getAsLong());
    }

    private OffsetBounds askOrKeep(OffsetBounds known) {
        try {
            return ask();
        } catch (VenueUnavailableException e) {
            return known;
        }
    }

    private OffsetBounds ask() throws VenueUnavailableException {
        long sent = monotonicNanos.getAsLong();
        long second = venue.askSeconds();
        OffsetBounds answer = OffsetBounds.of(second, sent, monotonicNanos.getAsLong());
        OffsetBounds known = bounds == null ? answer : bounds.and(answer);
        bounds = known;
        return known;
    }

    /**
     * Asks up to so many times, each when the venue's second is thought to turn, which halves the bounds; ends as soon as
     * they are within 0.1 s. For the start of a process that has some seconds.
     */
    public synchronized void settle(int questions, Sleeper sleeper)
            throws VenueUnavailableException, InterruptedException {
        OffsetBounds known = bounds == null ? ask() : bounds;
        for (int asked = 1; asked < questions && known.width() > CLOSE; asked++) {
            sleeper.sleep(known.untilSecond(monotonicNanos.getAsLong()) / MS);
            known = ask();
        }
    }

    /** Forgets what was measured: after a restore from a snapshot. */
    public synchronized void forget() {
        bounds = null;
    }

    /** What is known, empty before the first question. */
    public synchronized Optional<Reading> reading() {
        long now = monotonicNanos.getAsLong();
        return Optional.ofNullable(bounds)
                .map(known -> new Reading(
                        Math.floorDiv(known.venueNanos(now), MS) - wall.nowMs(),
                        known.at(now).width() / 2 / MS + 1));
    }
}
