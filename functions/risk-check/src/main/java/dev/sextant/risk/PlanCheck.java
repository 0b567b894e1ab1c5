package dev.sextant.risk;

import dev.sextant.domain.event.CyclePlanned;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.PlanStore;
import dev.sextant.domain.time.EpochClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns each planned triangle into a reserved plan with its first leg approved, or one explained refusal: the stream lane's
 * half of what the direct lane does in one call. Safe to repeat: the plan's id is derived from the opportunity, and only a
 * refusal by older books gives way to newer ones.
 */
final class PlanCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PlanCheck.class);

    private final PlanStore plans;
    private final Approvals approvals;
    private final EpochClock wall;

    /** @param wall the clock that books are stamped by */
    PlanCheck(PlanStore plans, Approvals approvals, EpochClock wall) {
        this.plans = plans;
        this.approvals = approvals;
        this.wall = wall;
    }

    void judge(CyclePlanned planned) {
        CyclePlan plan = planned.plan();
        long nowMs = wall.nowMs();
        switch (plans.reserve(plan, null, RiskCheck.SOURCE, nowMs)) {
            case PlanStore.Reserved.Approved _ ->
                approvals.tell(plan.account(), LegIntent.first(plan).id(), nowMs);
            case PlanStore.Reserved.Refused refused ->
                LOG.info("plan {} of {} is refused: {}", plan.planId(), plan.cycle(), refused.reason());
            // Told again: an earlier one reserved it, and the sweep tells the placer if that had to stop there; or it
            // was
            // refused by these books or later ones.
            case PlanStore.Reserved.Exists _ -> {}
        }
    }
}
