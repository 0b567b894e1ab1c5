package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.detect.Ending;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cycle that earned something for a while.
 *
 * @param seenMs when it was first seen
 * @param goneMs when it was over, or when the recording was
 * @param why how it ended; empty when the recording ended first
 * @param plan what was planned at first sight
 * @param bestEdgeBps the best it was worth while it lasted, in basis points after fees and buffer
 * @param looks how many updates it was priced at
 * @param decay what share of the first edge was left, by milliseconds after the first sight; as far as the recording goes
 * @param taken what taking it came to, where it was taken
 */
record Opportunity(
        long seenMs,
        long goneMs,
        Optional<Ending> why,
        CyclePlan plan,
        double bestEdgeBps,
        long looks,
        Map<Integer, Double> decay,
        Optional<Taken> taken) {

    /**
     * A cycle with its sizes.
     *
     * @param edgeBps what it earns beyond fees and buffer, in basis points
     * @param worstLoss what it may lose when it can't be finished; empty when there is no bound
     */
    record CyclePlan(
            String cycle,
            String asset,
            BigDecimal spend,
            BigDecimal profit,
            double edgeBps,
            Optional<BigDecimal> worstLoss,
            List<PlanLeg> legs) {}

    /** An order of a plan, in the order they are sent. */
    record PlanLeg(
            String pair, boolean buys, BigDecimal quantity, BigDecimal limit, BigDecimal spend, BigDecimal receive) {}

    /** What became of a cycle that was taken: expected and realised are profits in the start asset. */
    record Taken(BigDecimal expected, BigDecimal realised, Outcome outcome, long doneMs) {}

    /** How a taken cycle went. */
    enum Outcome {
        /** Every leg traded as planned. */
        COMPLETE,
        /** Some leg got less; what was left was sold back. */
        UNWOUND,
        /** The first leg got nothing. */
        MISSED,
        /** What was left was too little to sell, or found no buyer. */
        RESIDUAL
    }
}
