package dev.sextant.domain.event;

import dev.sextant.domain.plan.CyclePlan;

/**
 * A triangle was confirmed from its books and planned, to be judged by risk-check: the stream lane's signal. The same
 * opportunity always makes a plan of the same id, so one that comes again changes nothing.
 */
public record CyclePlanned(CyclePlan plan) implements DecisionRecord {

    /** @throws IllegalArgumentException when the plan is another lane's */
    public CyclePlanned {
        if (plan.lane() != CyclePlan.Lane.STREAM) {
            throw new IllegalArgumentException(
                    "plan " + plan.planId() + " is of lane " + plan.lane() + ", expected STREAM");
        }
    }

    @Override
    public Account account() {
        return plan.account();
    }
}
