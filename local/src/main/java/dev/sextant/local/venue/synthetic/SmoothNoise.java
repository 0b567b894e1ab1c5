package dev.sextant.local.venue.synthetic;

import dev.sextant.local.venue.synthetic.chance.SplitMix;

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
        this.seed = SplitMix.mix(seed ^ SplitMix.mix(name.hashCode()));
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
        return Math.floorMod(SplitMix.mix(seed + 31 * index), (long) bound);
    }

    private long hashed(long point) {
        return Math.floorMod(SplitMix.mix(seed + point), 2 * AMPLITUDE + 1) - AMPLITUDE;
    }
}
