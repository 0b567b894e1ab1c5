package dev.sextant.backtest.sweep;

import dev.sextant.backtest.overfit.DeflatedSharpe;
import dev.sextant.backtest.overfit.Overfitting;
import dev.sextant.backtest.overfit.SharpeRatio;
import java.util.List;
import java.util.Optional;

/**
 * What the choice of a sweep is worth.
 *
 * @param reasons why it is that, in words; empty when it passed
 * @param overfitting the probability of backtest overfitting, where there is enough to tell
 * @param sharpe the chosen set's Sharpe ratio over the blocks it was trained on, where there are enough
 * @param sharpeVariance of the ratios of all sets it is compared with
 * @param deflated that ratio less luck
 */
public record Judgement(
        Verdict verdict,
        List<String> reasons,
        Optional<Overfitting> overfitting,
        Optional<SharpeRatio> sharpe,
        double sharpeVariance,
        Optional<DeflatedSharpe> deflated) {

    /** The rule, in words, for whoever reads a report. */
    public static final String RULE = "too_little_data: the chosen set took fewer than " + Judge.LEAST_TRAIN
            + " cycles in training or fewer than " + Judge.LEAST_TEST
            + " in the test; nothing_earned: it earned nothing in training; overfit: it earned nothing in the test, or was"
            + " worse there than the middle of all sets, or the probability of backtest overfitting is above a half;"
            + " unproven: the deflated Sharpe ratio is below 0.95, or it or the probability can't be told; else passed."
            + " Compared are the sets that agree with the chosen one in latency-ms and fee-bps, which nobody can choose";

    public Judgement {
        reasons = List.copyOf(reasons);
    }
}
