package dev.sextant.local.venue.synthetic;

/**
 * A smooth curve that looks random: hashed values at the points of a time grid, joined by straight lines. A function of
 * (seed, time) in integers alone, so it is the same on every machine and needs no history.
 */
final class SmoothNoise {

    /** The curve stays within ± this. */
    static final long AMPLITUDE = 1_000_000;

    private final long seed;
    private final long periodMs;

    SmoothNoise(long seed, String name, long periodMs) {
        this.seed = mix(seed ^ mix(name.hashCode()));
        this.periodMs = periodMs;
    }

    /** The curve's height at a time, −1,000,000 to 1,000,000. */
    long at(long timeMs) {
        long point = Math.floorDiv(timeMs, periodMs);
        long from = hashed(point);
        long to = hashed(point + 1);
        return from + (to - from) * Math.floorMod(timeMs, periodMs) / periodMs;
    }

    /** An even spread of whole numbers below the bound, one for each index, without any smoothness. */
    long drawn(long index, int bound) {
        return Math.floorMod(mix(seed + 31 * index), (long) bound);
    }

    private long hashed(long point) {
        return Math.floorMod(mix(seed + point), 2 * AMPLITUDE + 1) - AMPLITUDE;
    }

    /** The finaliser of SplitMix64: every bit of the input moves every bit of the output. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
