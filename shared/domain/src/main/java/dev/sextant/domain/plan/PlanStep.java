package dev.sextant.domain.plan;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;

/** What a plan needs next. */
public sealed interface PlanStep {

    /** Claim and send an order that is approved. */
    record Send(IntentId id) implements PlanStep {}

    /**
     * Reserve, claim and send one more order.
     *
     * @param leg from 1
     * @param cause what demands it, for its id
     */
    record Place(int leg, Purpose purpose, PairTerms terms, Side side, Quantity quantity, Price limit, String cause)
            implements PlanStep {}

    /** Find out what became of an order before anything else. */
    record LookUp(IntentId id) implements PlanStep {}

    /** Nothing before this market time. */
    record Pause(long untilMs) implements PlanStep {}

    /** It is over. */
    record End(PlanOutcome outcome, String reason) implements PlanStep {}
}
