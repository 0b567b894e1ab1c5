package dev.sextant.domain.plan;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import java.util.Optional;

/** What a market asks now. Called by {@link PlanSequencer} when something is sold back. */
@FunctionalInterface
public interface Quotes {

    /** Nobody knows. */
    Quotes NONE = (terms, side, quantity) -> Optional.empty();

    /** The worst price an order of this size would meet; empty when it is not known, or there is not enough. */
    Optional<Price> worst(PairTerms terms, Side side, Quantity quantity);
}
