package dev.sextant.domain.plan;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;

/**
 * One order of a cycle as it was planned.
 *
 * @param quantity as sized through the book
 * @param limit the worst price the plan touched, on the tick
 * @param bookAgeMs how old the book behind it was at the decision
 */
public record PlanLeg(PairTerms terms, Side side, Quantity quantity, Price limit, long bookAgeMs) {

    /** The asset it gives away. */
    public String gives() {
        return terms.gives(side);
    }

    /** The asset it brings. */
    public String brings() {
        return terms.brings(side);
    }
}
