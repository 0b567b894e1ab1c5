package dev.sextant.simulation.lane;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.LivePlan;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore;
import dev.sextant.simulation.desk.StorePort;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.Sandbox;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plans as a sandbox reaches them. */
final class PlanPort implements PlanStore {

    private final Kernel kernel;
    private final Sandbox self;
    private final Faults faults;
    private final StorePort port;
    private final PlanStore plans;
    private final PlanWitness witness;

    PlanPort(Kernel kernel, Sandbox self, Faults faults, StorePort port, PlanStore plans, PlanWitness witness) {
        this.kernel = kernel;
        this.self = self;
        this.faults = faults;
        this.port = port;
        this.plans = plans;
        this.witness = witness;
    }

    /** It may stand still with the claim in its hands. */
    private void mayFreeze() {
        if (faults.strikes(FaultClass.FREEZES, 0.05)) {
            self.freeze(kernel.between(500, 60_000));
        }
    }

    @Override
    public Reserved reserve(CyclePlan plan, @Nullable ClaimRequest claim, String source, long nowMs) {
        mayFreeze();
        return port.step("reserve plan", () -> {
            Reserved answer = plans.reserve(plan, claim, source, nowMs);
            witness.planReserved(plan, answer);
            return answer;
        });
    }

    @Override
    public Reserved reserveLeg(LegIntent intent, ClaimRequest claim, String source, long nowMs) {
        mayFreeze();
        return port.step("reserve leg", () -> {
            Reserved answer = plans.reserveLeg(intent, claim, source, nowMs);
            witness.legReserved(intent, answer);
            return answer;
        });
    }

    @Override
    public List<LivePlan> live(Account account) {
        return port.step("live plans", () -> plans.live(account));
    }

    @Override
    public Optional<LivePlan> find(String planId) {
        return port.step("find plan", () -> plans.find(planId));
    }

    @Override
    public Optional<StoredOrder> order(IntentId id) {
        return port.step("find order", () -> plans.order(id));
    }

    @Override
    public void end(String planId, PlanStep.End end, String source, long nowMs) {
        port.step("end plan", () -> {
            plans.end(planId, end, source, nowMs);
            witness.ended(planId, end);
            return true;
        });
    }
}
