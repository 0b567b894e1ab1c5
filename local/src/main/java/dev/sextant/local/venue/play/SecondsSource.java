package dev.sextant.local.venue.play;

import java.util.function.LongConsumer;

/** Something at each full second after a start, up to and including an end. */
final class SecondsSource implements Source {

    static final long SECOND_MS = 1_000;

    private final long endMs;
    private final LongConsumer action;
    private long nextMs;

    SecondsSource(long startMs, long endMs, LongConsumer action) {
        this.nextMs = after(startMs);
        this.endMs = endMs;
        this.action = action;
    }

    /** The first full second after a time. */
    static long after(long timeMs) {
        return (Math.floorDiv(timeMs, SECOND_MS) + 1) * SECOND_MS;
    }

    @Override
    public long nextMs() {
        return nextMs <= endMs ? nextMs : NEVER;
    }

    @Override
    public void fire() {
        long secondMs = nextMs;
        nextMs += SECOND_MS;
        action.accept(secondMs);
    }
}
