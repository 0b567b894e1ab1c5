package dev.sextant.venues.kraken.trade.time;

/**
 * Between which values venue time minus a monotonic clock lies, both in nanoseconds. An answer that says second {@code s}
 * was true at some moment between sending and receiving, so the offset then was in {@code [s − received, s + 1 − sent]}.
 * Clocks run at most {@value #DRIFT_PPM} millionths apart: with age the bounds grow by that. Never narrower than what the
 * answers prove, so the true offset is always inside while the drift is within its limit.
 *
 * @param lowest venue epoch nanoseconds minus the monotonic clock
 * @param highest at least {@code lowest}
 * @param atNanos the monotonic time for which they hold
 */
record OffsetBounds(long lowest, long highest, long atNanos) {

    static final long DRIFT_PPM = 50;

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLION = 1_000_000L;

    /** What one answer proves, at the moment it was received. */
    static OffsetBounds of(long second, long sentNanos, long receivedNanos) {
        return new OffsetBounds(second * SECOND - receivedNanos, (second + 1) * SECOND - sentNanos, sentNanos)
                .at(receivedNanos);
    }

    /** The same, later. */
    OffsetBounds at(long nanos) {
        long age = nanos - atNanos;
        long grown = age <= 0 ? 0 : age / MILLION * DRIFT_PPM + DRIFT_PPM;
        return new OffsetBounds(lowest - grown, highest + grown, nanos);
    }

    /** What both prove, as of the later one; the later one alone when they can't both be true: a clock was set. */
    OffsetBounds and(OffsetBounds later) {
        OffsetBounds before = at(later.atNanos);
        long low = Math.max(before.lowest, later.lowest);
        long high = Math.min(before.highest, later.highest);
        return low > high ? later : new OffsetBounds(low, high, later.atNanos);
    }

    long width() {
        return highest - lowest;
    }

    /** Venue time at a moment of the monotonic clock, epoch nanoseconds, from the middle of the bounds. */
    long venueNanos(long nanos) {
        return lowest + width() / 2 + nanos;
    }

    /** How long after a moment the venue's next second begins, as far as the middle tells. */
    long untilSecond(long nanos) {
        return SECOND - Math.floorMod(venueNanos(nanos), SECOND);
    }

    /** Whether an answer that came now would cut the bounds into two parts of which none is below a quarter. */
    boolean cutNow(long nanos) {
        long until = untilSecond(nanos);
        return Math.min(until, SECOND - until) <= at(nanos).width() / 4;
    }
}
