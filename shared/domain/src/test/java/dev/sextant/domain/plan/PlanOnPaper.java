package dev.sextant.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A plan with its orders in memory; what an order trades is said by the test, as a share of its quantity. */
final class PlanOnPaper {

    private static final OrderState[] ENDS = {
        OrderState.FILLED, OrderState.CANCELED, OrderState.EXPIRED, OrderState.REJECTED, OrderState.NOT_PLACED
    };

    final CyclePlan plan;
    long nowMs = 1_000_000;
    boolean flatten;
    private final List<PlanOrder> orders = new ArrayList<>();
    private final List<PlanStep.Place> steps = new ArrayList<>();
    private final Map<String, BigDecimal> holdings = new HashMap<>();
    private PlanState state = PlanState.RUNNING;

    PlanOnPaper(CyclePlan plan) {
        this.plan = plan;
    }

    PlanStep next(PlanSequencer sequencer) {
        return sequencer.next(new LivePlan(plan, state, orders, holdings, flatten), nowMs);
    }

    void firstLeg(OrderState becomes, String share) {
        PlanLeg leg = plan.legs().getFirst();
        trade(
                new PlanStep.Place(
                        1,
                        Purpose.FIRST_LEG,
                        leg.terms(),
                        leg.side(),
                        leg.quantity(),
                        leg.limit(),
                        plan.opportunityId()),
                becomes,
                share);
    }

    void trade(PlanStep.Place step, OrderState becomes, String share) {
        assertTrue(orders.stream().allMatch(order -> order.state().isFinal()), "another order is not final");
        assertTrue(
                orders.stream()
                        .noneMatch(order ->
                                order.id().equals(LegIntent.of(plan, step).id())),
                "an id twice");
        if (step.purpose() == Purpose.UNWIND) {
            state = PlanState.UNWINDING;
        }
        steps.add(step);
        orders.add(order(step, becomes, fill(step, becomes, share)));
    }

    /** What became of the order that was in doubt. */
    void settle(OrderState becomes, String share) {
        PlanStep.Place step = steps.getLast();
        orders.set(orders.size() - 1, order(step, becomes, fill(step, becomes, share)));
    }

    private PlanOrder order(PlanStep.Place step, OrderState becomes, Quantity filled) {
        return new PlanOrder(
                LegIntent.of(plan, step).id(),
                step.leg(),
                step.purpose(),
                step.cause(),
                step.terms().pair(),
                step.side(),
                becomes,
                filled,
                "test",
                nowMs);
    }

    private Quantity fill(PlanStep.Place step, OrderState becomes, String share) {
        boolean trades =
                becomes == OrderState.FILLED || becomes == OrderState.CANCELED || becomes == OrderState.EXPIRED;
        BigDecimal wanted = step.quantity().value().multiply(new BigDecimal(trades ? share : "0"));
        BigDecimal filled = wanted.divide(step.terms().step(), 0, RoundingMode.DOWN)
                .multiply(step.terms().step());
        BigDecimal cost = filled.multiply(step.limit().value());
        boolean buys = step.terms().brings(step.side()).equals(step.terms().base());
        holdings.merge(step.terms().base(), buys ? filled : filled.negate(), BigDecimal::add);
        holdings.merge(step.terms().quote(), buys ? cost.negate() : cost, BigDecimal::add);
        return new Quantity(filled);
    }

    void waits(long ms) {
        nowMs += ms;
    }

    /** Only the start asset may ever have gone, and no more of it than the plan spends. */
    void requireNothingBorrowed() {
        holdings.forEach((asset, amount) -> assertTrue(
                amount.signum() >= 0
                        || (asset.equals(plan.startAsset()) && amount.negate().compareTo(plan.spend()) <= 0),
                () -> asset + " " + amount));
    }

    void requireEnd(PlanOutcome outcome) {
        boolean missed = orders.getFirst().filled().isZero();
        assertEquals(missed, outcome == PlanOutcome.MISSED);
        boolean sellable = plan.routes().stream()
                .anyMatch(route -> route.terms()
                        .affordable(
                                route.side(),
                                holdings.getOrDefault(route.gives(), BigDecimal.ZERO),
                                route.terms().worse(route.side(), route.reference(), new BigDecimal("0.2")))
                        .isPresent());
        assertEquals(sellable, outcome == PlanOutcome.RESIDUAL, () -> outcome + " with " + holdings);
    }

    OrderState drawState(Random random) {
        return random.nextInt(5) == 0
                ? random.nextBoolean() ? OrderState.UNKNOWN : OrderState.APPROVED
                : drawEnd(random);
    }

    OrderState drawEnd(Random random) {
        return ENDS[random.nextInt(ENDS.length)];
    }

    String drawShare(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> "1";
            case 1 -> "0";
            default -> BigDecimal.valueOf(random.nextInt(1, 1000), 3).toString();
        };
    }
}
