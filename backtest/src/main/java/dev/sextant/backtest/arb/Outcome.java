package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.follow.Opportunity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * An opportunity as a comparison of settings sees it.
 *
 * @param asset the start asset
 * @param seenMs when it was first seen, epoch milliseconds
 * @param endMs when it was gone and, where it was taken, the last order done
 * @param taken what taking it came to, empty when it was not taken
 * @param decay what share of the first edge was left, by milliseconds after the first sight
 */
public record Outcome(String asset, long seenMs, long endMs, Optional<Result> taken, Map<Integer, Double> decay) {

    /**
     * What taking an opportunity came to, in its start asset.
     *
     * @param complete whether every leg traded as planned
     */
    public record Result(BigDecimal expected, BigDecimal realised, boolean complete) {}

    static Outcome of(Told told) {
        Opportunity seen = told.opportunity();
        long gone = seen.goneMs().orElse(seen.lastMs());
        return new Outcome(
                seen.plan().asset(),
                seen.seenMs(),
                told.taken().map(taken -> Math.max(gone, taken.doneMs())).orElse(gone),
                told.taken()
                        .map(taken -> new Result(
                                taken.expected(), taken.realised(), taken.outcome() == Told.Outcome.COMPLETE)),
                seen.decay());
    }
}
