package dev.sextant.local.venue.synthetic;

/** Funding every eight hours UTC: around 1 bps, seldom negative. Rates as fractions in units of 10⁻⁸. */
public final class SyntheticFunding {

    /** Time between settlements. */
    public static final long INTERVAL_MS = 8 * 3_600_000L;

    private static final long USUAL_RATE_E8 = 10_000;
    private static final long SPREAD_E8 = 15_000;

    private final SmoothNoise noise;

    public SyntheticFunding(long seed, String symbol) {
        noise = new SmoothNoise(seed, symbol + "/funding", INTERVAL_MS);
    }

    /** The estimate at a time for the settlement to come; at a settlement, what is settled. */
    public long rateE8(long timeMs) {
        return USUAL_RATE_E8 + SPREAD_E8 * noise.at(timeMs) / SmoothNoise.AMPLITUDE;
    }

    /** The first settlement after a time. */
    public long nextMs(long timeMs) {
        return nextAfter(timeMs);
    }

    /** The same, whatever is settled then. */
    public static long nextAfter(long timeMs) {
        return (Math.floorDiv(timeMs, INTERVAL_MS) + 1) * INTERVAL_MS;
    }
}
