package dev.sextant.local.venue.play;

/**
 * When, on the wall clock, an event time is due, and how far event time has come. Stops move it later, so time lost in them
 * isn't made up for. Moved by one thread, read by any.
 */
final class WallPace {

    private static final double NANOS_PER_MS = 1e6;

    private record Anchor(long eventTimeMs, long nanos) {}

    private final Speed speed;
    private volatile Anchor anchor = new Anchor(0, 0);

    WallPace(Speed speed) {
        this.speed = speed;
    }

    /**
     * Whether an order arrives when the wall says so, with or without a market event at that time. Not faster than real
     * time: there the desk waits for events, and what it decides must not depend on how long it took.
     */
    boolean carriesOrders() {
        return speed.factor() <= 1;
    }

    void anchor(long eventTimeMs, long nowNanos) {
        anchor = new Anchor(eventTimeMs, nowNanos);
    }

    /** Moves everything later by the length of a stop. */
    void hold(long nanos) {
        Anchor before = anchor;
        anchor = new Anchor(before.eventTimeMs(), before.nanos() + nanos);
    }

    /** Nanoseconds until the event time is due; 0 or less when it is. */
    long delayNanos(long eventTimeMs, long nowNanos) {
        if (speed.isMax()) {
            return 0;
        }
        Anchor from = anchor;
        long dueNanos = from.nanos() + (long) ((eventTimeMs - from.eventTimeMs()) * NANOS_PER_MS / speed.factor());
        return dueNanos - nowNanos;
    }

    /** The event time that is due now, epoch ms, rounded down; only of a finite speed. */
    long reachedMs(long nowNanos) {
        Anchor from = anchor;
        return from.eventTimeMs() + (long) Math.floor((nowNanos - from.nanos()) * speed.factor() / NANOS_PER_MS);
    }
}
