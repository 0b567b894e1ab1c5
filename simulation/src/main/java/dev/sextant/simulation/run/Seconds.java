package dev.sextant.simulation.run;

/** Counts durations by whole seconds begun, up to three hours. */
public final class Seconds {

    private static final int MOST = 3 * 3_600;

    private final long[] counts = new long[MOST + 1];
    private long all;

    void add(long ms) {
        counts[(int) Math.min(MOST, Math.ceilDiv(Math.max(0, ms), 1_000L))]++;
        all++;
    }

    public long count() {
        return all;
    }

    /** The fewest seconds within which at least this share of all came. */
    public int within(double share) {
        long wanted = (long) Math.ceil(share * all);
        long seen = 0;
        for (int seconds = 0; seconds < counts.length; seconds++) {
            seen += counts[seconds];
            if (seen >= wanted) {
                return seconds;
            }
        }
        return MOST;
    }

    /** Which share came within so many seconds; 1 when nothing came at all. */
    public double share(int seconds) {
        long seen = 0;
        for (int i = 0; i <= Math.min(MOST, seconds); i++) {
            seen += counts[i];
        }
        return all == 0 ? 1 : (double) seen / all;
    }
}
