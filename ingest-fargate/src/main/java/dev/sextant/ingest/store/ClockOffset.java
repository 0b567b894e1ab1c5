package dev.sextant.ingest.store;

/**
 * How far the venue's clock is ahead of this machine's.
 *
 * @param offsetMs venue minus local, at half the round trip; negative when this machine is ahead
 * @param roundTripMs of the sample taken, the quickest of several
 * @param measuredAtMs local wall time
 */
public record ClockOffset(long offsetMs, long roundTripMs, long measuredAtMs) {

    /** What the offset means for trading. */
    public enum Level {
        OK,
        /** Beyond 1 s: told. */
        WARN,
        /** Beyond 5 s: no new orders. */
        BLOCK
    }

    private static final long WARN_MS = 1_000;
    private static final long BLOCK_MS = 5_000;

    public Level level() {
        long size = Math.abs(offsetMs);
        return size > BLOCK_MS ? Level.BLOCK : size > WARN_MS ? Level.WARN : Level.OK;
    }
}
