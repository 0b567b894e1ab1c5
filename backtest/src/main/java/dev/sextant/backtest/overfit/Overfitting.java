package dev.sextant.backtest.overfit;

import java.util.Arrays;

/**
 * The probability of backtest overfitting, by combinatorially symmetric cross-validation: the blocks of time are halved
 * in every way; on one half the best trial is chosen, on the other its rank is looked up. D. H. Bailey, J. Borwein, M.
 * López de Prado and Q. J. Zhu, "The Probability of Backtest Overfitting", Journal of Computational Finance 20(4), 2017.
 *
 * @param combinations how many ways there are
 * @param probability in what share of them the chosen trial is no better than the median on the other half
 * @param meanLogit the mean of ln(ω/(1−ω)), ω the chosen one's rank on the other half over trials + 1; above 0 is good
 */
public record Overfitting(int combinations, double probability, double meanLogit) {

    /** What a trial came to. */
    @FunctionalInterface
    public interface Performance {
        /** Over these blocks together; more is better. */
        double over(int trial, int[] blocks);
    }

    /**
     * Every way of halving.
     *
     * @param trials 2 or more
     * @param blocks even, 2 to 16
     */
    public static Overfitting of(int trials, int blocks, Performance performance) {
        if (trials < 2 || blocks < 2 || blocks > 16 || blocks % 2 != 0) {
            throw new IllegalArgumentException(
                    trials + " trials and " + blocks + " blocks, expected 2 or more, and an even number of 2 to 16");
        }
        int count = 0;
        int bad = 0;
        double sum = 0;
        for (int half = 0; half < 1 << blocks; half++) {
            if (Integer.bitCount(half) == blocks / 2) {
                double rank = rankElsewhere(trials, blocks, half, performance) / (trials + 1);
                double logit = StrictMath.log(rank / (1 - rank));
                count++;
                bad += logit <= 0 ? 1 : 0;
                sum += logit;
            }
        }
        return new Overfitting(count, (double) bad / count, sum / count);
    }

    private static double rankElsewhere(int trials, int blocks, int half, Performance performance) {
        int[] here = blocks(half, blocks);
        int[] elsewhere = blocks(~half, blocks);
        int best = 0;
        double most = performance.over(0, here);
        double[] out = new double[trials];
        for (int trial = 0; trial < trials; trial++) {
            double in = performance.over(trial, here);
            if (in > most) {
                most = in;
                best = trial;
            }
            out[trial] = performance.over(trial, elsewhere);
        }
        return rank(out, best);
    }

    private static int[] blocks(int mask, int blocks) {
        int[] chosen = new int[blocks / 2];
        int next = 0;
        for (int block = 0; block < blocks; block++) {
            if ((mask >> block & 1) == 1) {
                chosen[next++] = block;
            }
        }
        return chosen;
    }

    /** The place of a value from the worst, 1, to the best; those that are equal share the middle of their places. */
    public static double rank(double[] values, int of) {
        long below = Arrays.stream(values).filter(value -> value < values[of]).count();
        long equal = Arrays.stream(values).filter(value -> value == values[of]).count();
        return below + (equal + 1) / 2.0;
    }
}
