package dev.sextant.backtest.sweep;

import dev.sextant.backtest.arb.ArbSettings;
import java.util.List;

/**
 * What is tried and how it is judged.
 *
 * @param base what every set has in common: one start asset, and a latency
 * @param varied the parameters that differ, in the order they were named
 * @param blocks into how many equal parts of time the recording is cut for the statistics, even, 8 to 16
 * @param limit how many sets are replayed at most, 1 to 2,000; of a larger grid so many are drawn
 * @param seed what they are drawn by
 */
public record SweepPlan(
        ArbSettings base, List<Varied> varied, Split split, Objective objective, int blocks, int limit, long seed) {

    /** As many blocks as the paper uses. */
    public static final int USUAL_BLOCKS = 16;

    /** As many sets as a person looks through. */
    public static final int USUAL_LIMIT = 200;

    private static final int MOST_SETS = 2_000;

    public SweepPlan {
        varied = List.copyOf(varied);
        if (base.starts().size() != 1) {
            throw new IllegalArgumentException("start is " + String.join(",", base.starts())
                    + ", expected one asset: a sweep compares sums of what was earned");
        }
        if (base.latencyMs().isEmpty()) {
            throw new IllegalArgumentException(
                    "latency-ms is missing, expected how long a leg takes: without it nothing"
                            + " is taken and nothing earned");
        }
        if (blocks < 8 || blocks > 16 || blocks % 2 != 0) {
            throw new IllegalArgumentException("blocks is " + blocks + ", expected 8, 10, 12, 14 or 16");
        }
        if (limit < 1 || limit > MOST_SETS) {
            throw new IllegalArgumentException("limit is " + limit + ", expected 1 to " + MOST_SETS);
        }
    }
}
