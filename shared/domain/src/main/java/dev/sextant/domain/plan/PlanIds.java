package dev.sextant.domain.plan;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.Purpose;

/** Ids of plans and their orders: derived, never drawn, so that the same demand has the same id wherever it is made. */
public final class PlanIds {

    private PlanIds() {}

    /** The plan that an account's strategy makes of an opportunity. */
    public static String plan(Account account, String strategyVersion, String opportunityId) {
        return IntentId.derive(account, strategyVersion, opportunityId, 0, Purpose.FIRST_LEG, "plan")
                .hex();
    }

    /**
     * One order of a plan.
     *
     * @param leg from 1
     * @param cause the opportunity, the order before it, or the attempt
     */
    public static IntentId order(CyclePlan plan, int leg, Purpose purpose, String cause) {
        return IntentId.derive(plan.account(), plan.strategyVersion(), plan.planId(), leg, purpose, cause);
    }
}
