package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.follow.Opportunity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An opportunity when everything about it is known.
 *
 * @param taken what taking it on paper came to, where it was taken
 */
record Told(Opportunity opportunity, Optional<Taken> taken) {

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
