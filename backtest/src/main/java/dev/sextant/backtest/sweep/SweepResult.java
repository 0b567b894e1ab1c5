package dev.sextant.backtest.sweep;

import dev.sextant.backtest.arb.BookHealth;
import java.util.List;

/**
 * What a sweep found; written by {@link SweepJson} and {@link SweepText}.
 *
 * @param firstMs the recording's first moment, epoch milliseconds
 * @param lastMs its last
 * @param gridSize how many combinations there are, those that were not drawn among them
 */
public record SweepResult(
        SweepPlan plan,
        long firstMs,
        long lastMs,
        BookHealth health,
        int gridSize,
        List<SetTally> sets,
        List<Ranking> rankings,
        Judgement judgement) {}
