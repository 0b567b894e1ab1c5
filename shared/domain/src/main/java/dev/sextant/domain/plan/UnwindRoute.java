package dev.sextant.domain.plan;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.order.Side;

/**
 * How an asset in the middle of a cycle goes back into the start asset at once.
 *
 * @param reference the worst price the book showed for the planned amount when the plan was made
 */
public record UnwindRoute(PairTerms terms, Side side, Price reference) {

    /** The asset it gives away. */
    public String gives() {
        return terms.gives(side);
    }
}
