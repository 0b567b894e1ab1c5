package dev.sextant.domain.plan;

import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;

/**
 * A demand for one order of a plan. The client order id is a UUID, which every venue that plans are traded on takes.
 *
 * @param leg from 1
 * @param cause what demanded it
 */
public record LegIntent(IntentId id, CyclePlan plan, int leg, Purpose purpose, String cause, OrderRequest request) {

    /** @throws IllegalArgumentException when it is for something else than a plan's order */
    public LegIntent {
        if (!purpose.ofPlan() || request.type() != OrderType.LIMIT_IOC) {
            throw new IllegalArgumentException("order " + id + " of a plan is a " + purpose + " of type "
                    + request.type() + ", expected a leg or an unwind with a limit");
        }
    }

    /** The terms of the pair it trades on. */
    public PairTerms terms() {
        return purpose == Purpose.UNWIND
                ? plan.routes().stream()
                        .map(UnwindRoute::terms)
                        .filter(terms -> terms.pair().equals(request.symbol()))
                        .findFirst()
                        .orElseThrow()
                : plan.legs().get(leg - 1).terms();
    }

    /** The order that begins a plan. */
    public static LegIntent first(CyclePlan plan) {
        PlanLeg leg = plan.legs().getFirst();
        return of(
                plan,
                new PlanStep.Place(
                        1,
                        Purpose.FIRST_LEG,
                        leg.terms(),
                        leg.side(),
                        leg.quantity(),
                        leg.limit(),
                        plan.opportunityId()));
    }

    /** The order that a step asks for. */
    public static LegIntent of(CyclePlan plan, PlanStep.Place step) {
        IntentId id = PlanIds.order(plan, step.leg(), step.purpose(), step.cause());
        return new LegIntent(
                id,
                plan,
                step.leg(),
                step.purpose(),
                step.cause(),
                new OrderRequest(
                        step.terms().pair(),
                        id.clientOrderUuid(),
                        step.side(),
                        OrderType.LIMIT_IOC,
                        step.quantity(),
                        null,
                        step.limit(),
                        false));
    }
}
