package dev.sextant.simulation.plancheck;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PlanOutcome;
import dev.sextant.domain.plan.UnwindRoute;
import dev.sextant.simulation.check.Sometimes;
import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.spot.SpotMarket;
import dev.sextant.simulation.store.ModelStore;
import dev.sextant.simulation.store.PlanView;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What must hold when a plan ends: L2 to L4. */
final class PlanEnds {

    /** A seller gives way by no more than a tenth at a time, of a market that may have moved. */
    private static final BigDecimal WAY = new BigDecimal("0.2");

    private final ModelStore store;
    private final SpotMarket market;
    private final Trading trading;
    private final Sometimes.Seen seen;
    private final Set<String> crowded = new HashSet<>();
    private final Set<String> ended = new HashSet<>();

    PlanEnds(ModelStore store, SpotMarket market, Trading trading, Sometimes.Seen seen) {
        this.store = store;
        this.market = market;
        this.trading = trading;
        this.seen = seen;
    }

    /** Plans that traded beside each other took from each other's books. */
    void begun(List<PlanView.Booked> live) {
        if (live.size() > 1) {
            live.forEach(plan -> crowded.add(plan.plan().planId()));
        }
    }

    void ended(PlanView.Booked booked) {
        if (!ended.add(booked.plan().planId())) {
            return;
        }
        List<StoredOrder> orders = store.orders().stream()
                .filter(order -> order.tradeId().equals(booked.plan().planId()))
                .toList();
        orders.forEach(order -> Violation.when(
                !order.state().isFinal(), "L3", "a plan ended while its " + order.purpose() + " is " + order.state()));
        PlanOutcome outcome = Objects.requireNonNull(booked.outcome());
        if (outcome != PlanOutcome.RESIDUAL) {
            booked.plan().routes().forEach(route -> nothingToSell(booked, route));
            loss(booked);
        } else {
            somethingToSell(booked);
        }
        see(outcome, orders);
    }

    /** L2: what is left of an asset in the middle is too little to sell. */
    private void nothingToSell(PlanView.Booked booked, UnwindRoute route) {
        BigDecimal held = trading.of(booked.plan().planId()).getOrDefault(route.gives(), BigDecimal.ZERO);
        Price now = market.book(route.terms().pair()).middle();
        Price low = now.compareTo(route.reference()) < 0 ? now : route.reference();
        boolean sells = route.terms()
                .affordable(route.side(), held, route.terms().worse(route.side(), low, WAY))
                .isPresent();
        Violation.when(
                sells,
                "L2",
                "plan " + booked.plan().cycle() + " ended " + booked.outcome() + " with " + held + " " + route.gives());
    }

    private void somethingToSell(PlanView.Booked booked) {
        boolean sells = booked.plan().routes().stream()
                .anyMatch(route -> route.terms()
                        .affordable(
                                route.side(),
                                trading.of(booked.plan().planId()).getOrDefault(route.gives(), BigDecimal.ZERO),
                                route.reference())
                        .isPresent());
        Violation.when(!sells, "L2", "plan " + booked.plan().cycle() + " ended RESIDUAL with nothing to sell");
    }

    /** L4: where nothing moved it lost no more than it said. */
    private void loss(PlanView.Booked booked) {
        CyclePlan plan = booked.plan();
        if (market.movedAtMs() > plan.decidedAtMs() || crowded.contains(plan.planId())) {
            return;
        }
        BigDecimal made = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> flow : trading.of(plan.planId()).entrySet()) {
            boolean start = flow.getKey().equals(plan.startAsset());
            BigDecimal price = start
                    ? BigDecimal.ONE
                    : market.book(flow.getKey(), plan.startAsset()).middle().value();
            made = made.add(flow.getValue().multiply(price));
        }
        Violation.when(
                made.negate().compareTo(plan.worstLoss()) > 0,
                "L4",
                "plan " + plan.cycle() + " lost " + made.negate() + ", at worst " + plan.worstLoss());
        if (booked.outcome() == PlanOutcome.UNWOUND) {
            seen.see(Sometimes.UNWOUND_WHILE_THE_MARKET_STOOD);
        }
    }

    private void see(PlanOutcome outcome, List<StoredOrder> orders) {
        switch (outcome) {
            case COMPLETE -> seen.see(Sometimes.PLAN_TRADED_WHOLE);
            case MISSED -> seen.see(Sometimes.PLAN_MISSED);
            case RESIDUAL -> seen.see(Sometimes.RESIDUAL_LEFT);
            case UNWOUND -> unwound(orders);
        }
    }

    private void unwound(List<StoredOrder> orders) {
        boolean part = orders.stream()
                .anyMatch(order -> order.purpose() != Purpose.UNWIND
                        && !order.filled().isZero()
                        && order.filled().compareTo(order.request().quantity()) < 0);
        long tries = orders.stream()
                .filter(order -> order.purpose() == Purpose.UNWIND)
                .count();
        if (part) {
            seen.see(Sometimes.UNWOUND_AFTER_A_PART);
        }
        if (tries > 2) {
            seen.see(Sometimes.SOLD_BACK_AT_THE_THIRD_TRY);
        }
    }
}
