package dev.sextant.local.venue.synthetic.chance;

/** The finaliser of SplitMix64: every bit of the input moves every bit of the output. */
public final class SplitMix {

    static final long GAMMA = 0x9E3779B97F4A7C15L;

    private SplitMix() {}

    public static long mix(long value) {
        long z = value + GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
