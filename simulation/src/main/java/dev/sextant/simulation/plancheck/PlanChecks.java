package dev.sextant.simulation.plancheck;

import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.PlanState;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore.Reserved;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.reconciler.Findings;
import dev.sextant.simulation.check.Sometimes;
import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.lane.PlanWitness;
import dev.sextant.simulation.spot.SpotMarket;
import dev.sextant.simulation.spot.SpotOrder;
import dev.sextant.simulation.spot.SpotWatch;
import dev.sextant.simulation.store.ModelStore;
import dev.sextant.simulation.store.PlanView;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sees every step of the lane's store and everything the spot exchange does, and says when something must not be. */
public final class PlanChecks implements PlanWitness, SpotWatch {

    private final Kernel kernel;
    private final ModelStore store;
    private final Sometimes.Seen seen;
    private final Trading trading;
    private final PlanEnds ends;
    private final Set<String> begun = new HashSet<>();
    private final Set<String> accepted = new HashSet<>();
    private final Map<String, Long> nonces = new HashMap<>();
    private boolean waiting;
    private long killedAtMs = Long.MAX_VALUE;

    public PlanChecks(Kernel kernel, ModelStore store, SpotMarket market, Sometimes.Seen seen) {
        this.kernel = kernel;
        this.store = store;
        this.seen = seen;
        this.trading = new Trading(market);
        this.ends = new PlanEnds(store, market, trading, seen);
    }

    // What the exchange does.

    @Override
    public void accepted(SpotOrder order) {
        OrderRequest request = order.request();
        Violation.when(!accepted.add(request.clientOrderId()), "A1", request + " was accepted twice");
        StoredOrder stored = stored(request);
        Violation.when(stored.claimedAtMs() == null, "A2", request + " was accepted without a claim");
        Violation.when(!stored.request().equals(request), "A3", request + " was wanted as " + stored.request());
        Violation.when(
                stored.state().isFinal(), "C2", request + " was accepted when it was " + stored.state() + " already");
        for (StoredOrder other : store.orders()) {
            boolean beside =
                    other.tradeId().equals(stored.tradeId()) && !other.id().equals(stored.id());
            Violation.when(
                    beside && !other.state().isFinal(),
                    "L5",
                    stored.purpose() + " was accepted while the plan's " + other.purpose() + " is " + other.state());
        }
        if (stored.state() != OrderState.SENDING) {
            seen.see(Sometimes.LEG_ACCEPTED_LATE);
        }
    }

    private StoredOrder stored(OrderRequest request) {
        return store.byClientId(request.clientOrderId())
                .orElseThrow(() -> new Violation("A2", request + " belongs to nobody"));
    }

    @Override
    public void refused(OrderRequest request, String code) {
        switch (code) {
            case "EOrder:Deadline elapsed" -> seen.see(Sometimes.REFUSED_FOR_THE_DEADLINE);
            case "EAPI:Invalid nonce" -> seen.see(Sometimes.REFUSED_FOR_THE_NONCE);
            default -> {}
        }
    }

    @Override
    public void traded(SpotOrder order, Fill fill) {
        StoredOrder stored = stored(order.request());
        trading.traded(plan(stored.tradeId()).plan(), stored, fill);
    }

    @Override
    public void nonce(String key, long nonce) {
        Long before = nonces.put(key, nonce);
        Violation.when(before != null && nonce <= before, "Q1", "nonce " + nonce + " of " + key + " after " + before);
    }

    private PlanView.Booked plan(String planId) {
        return store.planView().find(planId).orElseThrow();
    }

    // What the store is asked.

    @Override
    public void planReserved(CyclePlan plan, Reserved answer) {
        switch (answer) {
            case Reserved.Approved approved -> approved(plan, approved);
            case Reserved.Refused refused -> {
                seen.see(Sometimes.PLAN_REFUSED);
                if (refused.code().equals("residual")) {
                    seen.see(Sometimes.RESIDUAL_HELD_A_PLAN_BACK);
                }
            }
            case Reserved.Exists _ -> {}
        }
    }

    private void approved(CyclePlan plan, Reserved.Approved approved) {
        if (!begun.add(plan.planId())) {
            return;
        }
        List<PlanView.Booked> live = store.planView().live();
        long ofCycle = live.stream()
                .filter(other -> other.plan().cycle().equals(plan.cycle()))
                .count();
        Violation.when(ofCycle > 1, "L6", ofCycle + " plans of " + plan.cycle() + " are under way");
        // A person may have seen to it since the last look.
        boolean waits = waiting && store.planView().residualWaits();
        Violation.when(waits, "L7", "a plan began while something unsold waited for a person");
        Violation.when(
                plan.spend().compareTo(store.limits().maxSymbolNotional()) > 0,
                "D1",
                "a plan spends " + plan.spend() + ", limit " + store.limits().maxSymbolNotional());
        Violation.when(live.size() > store.limits().maxPositions(), "D1", live.size() + " plans are under way at once");
        Violation.when(!store.account().kill().isOff(), "E1", "a plan began while the kill switch was thrown");
        promised(plan.startAsset(), live);
        ends.begun(live);
        if (approved.claim() != null) {
            claimed(approved.claim());
        }
    }

    /** D2: what plans under way are still to spend is there. */
    private void promised(String asset, List<PlanView.Booked> live) {
        BigDecimal left = store.planView().balance(asset);
        for (PlanView.Booked booked : live) {
            BigDecimal moved = booked.flows().getOrDefault(asset, BigDecimal.ZERO);
            if (booked.state() == PlanState.RUNNING) {
                left = left.subtract(booked.plan().spend().add(moved).max(BigDecimal.ZERO));
            }
        }
        Violation.when(left.signum() < 0, "D2", "plans are to spend " + left.negate() + " " + asset + " too much");
    }

    @Override
    public void legReserved(LegIntent intent, Reserved answer) {
        if (answer instanceof Reserved.Exists) {
            seen.see(Sometimes.LEG_WANTED_BY_TWO);
        }
    }

    @Override
    public void claimed(Claim answer) {
        if (answer instanceof Claim.Granted(StoredOrder order) && order.purpose() == Purpose.FIRST_LEG) {
            Violation.when(
                    !store.account().kill().isOff() && order.claimedAtMs() != null && order.claimedAtMs() > killedAtMs,
                    "E1",
                    "leg 1 was claimed while the kill switch was thrown");
        }
    }

    @Override
    public void ended(String planId, PlanStep.End end) {
        ends.ended(plan(planId));
        waiting = store.planView().residualWaits();
    }

    @Override
    public void killed() {
        killedAtMs = kernel.nowMs();
        if (!store.planView().live().isEmpty()) {
            boolean flat = store.account().kill().level() == KillSwitch.Level.FLATTEN;
            seen.see(flat ? Sometimes.FLATTENED_IN_A_PLAN : Sometimes.KILLED_IN_A_PLAN);
        }
    }

    @Override
    public void started() {
        if (!store.planView().live().isEmpty()) {
            seen.see(Sometimes.RESTARTED_IN_A_PLAN);
        }
    }

    @Override
    public void step() {
        waiting = store.planView().residualWaits();
    }

    @Override
    public void reporting(OrderReport report) {
        store.order(report.id()).ifPresent(before -> {
            if (before.state() == OrderState.QUARANTINED && report.trigger() != OrderTrigger.QUARANTINE_ENDED) {
                seen.see(Sometimes.LEG_TAKEN_BACK_FROM_QUARANTINE);
            }
            boolean doubt = before.state() == OrderState.UNKNOWN && before.purpose() == Purpose.NEXT_LEG;
            if (doubt && report.trigger() == OrderTrigger.VENUE_FILLED) {
                seen.see(Sometimes.SECOND_LEG_IN_DOUBT_WAS_FILLED);
            }
        });
    }

    @Override
    public void reported(OrderReport report, Reported answer) {
        if (answer.changed() && answer.state() == OrderState.QUARANTINED) {
            seen.see(Sometimes.LEG_QUARANTINED);
        }
        if (answer.changed() && answer.state() == OrderState.NOT_PLACED) {
            seen.see(Sometimes.LEG_NEVER_PLACED);
        }
        if (answer.changed() && "abandoned".equals(report.reasonCode())) {
            seen.see(Sometimes.LEG_ABANDONED);
        }
    }

    // What belongs to the other world.

    @Override
    public void reserved(Reservation answer) {
        throw new IllegalStateException("the lane reserves no round trip: " + answer);
    }

    @Override
    public void reconciled(Findings findings) {}

    @Override
    public void streamExpected(long nowMs) {}

    @Override
    public void keyKept(String key) {}

    @Override
    public void recovered() {}

    @Override
    public void adopted(OrderIntent intent, boolean forAPerson) {}
}
