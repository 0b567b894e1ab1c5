package dev.sextant.simulation.mutant;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.LivePlan;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plans that pass everything on but show themselves otherwise than they are. */
final class PlanStoreMutant implements PlanStore {

    private final PlanStore plans;
    private final UnaryOperator<LivePlan> change;

    PlanStoreMutant(PlanStore plans, UnaryOperator<LivePlan> change) {
        this.plans = plans;
        this.change = change;
    }

    @Override
    public Reserved reserve(CyclePlan plan, @Nullable ClaimRequest claim, String source, long nowMs) {
        return plans.reserve(plan, claim, source, nowMs);
    }

    @Override
    public Reserved reserveLeg(LegIntent intent, ClaimRequest claim, String source, long nowMs) {
        return plans.reserveLeg(intent, claim, source, nowMs);
    }

    @Override
    public List<LivePlan> live(Account account) {
        return plans.live(account).stream().map(change).toList();
    }

    @Override
    public Optional<LivePlan> find(String planId) {
        return plans.find(planId).map(change);
    }

    @Override
    public Optional<StoredOrder> order(IntentId id) {
        return plans.order(id);
    }

    @Override
    public void end(String planId, PlanStep.End end, String source, long nowMs) {
        plans.end(planId, end, source, nowMs);
    }
}
