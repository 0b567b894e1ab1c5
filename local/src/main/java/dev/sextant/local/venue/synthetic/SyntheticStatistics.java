package dev.sextant.local.venue.synthetic;

import dev.sextant.domain.money.E8;

/** Open interest and long/short shares: slow curves around usual values, read at any time. */
public final class SyntheticStatistics {

    private static final long USUAL_INTEREST_E8 = 80_000 * E8.ONE;
    private static final long INTEREST_SPREAD_PERCENT = 3;
    private static final long USUAL_LONG_PER_MYRIAD = 5_600;
    private static final long LONG_SPREAD_PER_MYRIAD = 900;
    private static final long STEP_E8 = E8.ONE / 1_000;

    private final SmoothNoise interest;
    private final SmoothNoise accounts;
    private final SmoothNoise topPositions;

    public SyntheticStatistics(long seed, String symbol) {
        interest = new SmoothNoise(seed, symbol + "/open_interest", 1_800_000);
        accounts = new SmoothNoise(seed, symbol + "/accounts", 3_600_000);
        topPositions = new SmoothNoise(seed, symbol + "/top_positions", 2_700_000);
    }

    /** Open interest in base units of 10⁻⁸, a multiple of 0.001. */
    public long openInterestE8(long timeMs) {
        long percentE6 = INTEREST_SPREAD_PERCENT * interest.at(timeMs);
        long e8 = USUAL_INTEREST_E8 + USUAL_INTEREST_E8 / (100 * SmoothNoise.AMPLITUDE) * percentE6;
        return e8 - e8 % STEP_E8;
    }

    /** Share of all accounts that are net long, in ten-thousandths. */
    public int longAccountsPerMyriad(long timeMs) {
        return share(accounts, timeMs);
    }

    /** Share of the top traders' positions that is long, in ten-thousandths. */
    public int topLongPositionsPerMyriad(long timeMs) {
        return share(topPositions, timeMs);
    }

    private static int share(SmoothNoise noise, long timeMs) {
        return Math.toIntExact(
                USUAL_LONG_PER_MYRIAD + LONG_SPREAD_PER_MYRIAD * noise.at(timeMs) / SmoothNoise.AMPLITUDE);
    }
}
