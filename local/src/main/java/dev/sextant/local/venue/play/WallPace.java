package dev.sextant.local.venue.play;

/** When, on the wall clock, an event time is due. Stops move it later, so time lost in them isn't made up for. */
final class WallPace {

    private static final double NANOS_PER_MS = 1e6;

    private final Speed speed;
    private long anchorNanos;
    private long anchorMs;

    WallPace(Speed speed) {
        this.speed = speed;
    }

    void anchor(long eventTimeMs, long nowNanos) {
        anchorMs = eventTimeMs;
        anchorNanos = nowNanos;
    }

    /** Moves everything later by the length of a stop. */
    void hold(long nanos) {
        anchorNanos += nanos;
    }

    /** Nanoseconds until the event time is due; 0 or less when it is. */
    long delayNanos(long eventTimeMs, long nowNanos) {
        if (speed.isMax()) {
            return 0;
        }
        long dueNanos = anchorNanos + (long) ((eventTimeMs - anchorMs) * NANOS_PER_MS / speed.factor());
        return dueNanos - nowNanos;
    }
}
