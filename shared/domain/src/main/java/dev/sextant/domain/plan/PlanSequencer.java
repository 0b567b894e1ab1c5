package dev.sextant.domain.plan;

import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The rule that says what a plan needs next. One order at a time, and none before the one ahead of it is final. A leg trades
 * as much as the leg before it brought, at no worse than the plan's limit. Where it can't, or somebody wants out, what is held
 * is sold back into the start asset, at prices that give way step by step. Looks at nothing but what it is given.
 */
public final class PlanSequencer {

    /** How much worse than the market the first order that sells back may trade; doubles with each try. */
    static final BigDecimal FIRST_HAIRCUT = new BigDecimal("0.005");

    /** The most it ever gives way. */
    static final BigDecimal MOST_HAIRCUT = new BigDecimal("0.1");

    /** Tries in the market after which a person has to look. */
    static final int MOST_TRIES = 8;

    /** Refusals and orders that never came to the market, after which a person has to look. */
    static final int MOST_REFUSALS = 120;

    private static final long FIRST_WAIT_MS = 250;
    private static final long MOST_WAIT_MS = 30_000;

    private final Quotes quotes;

    /** @param quotes what the markets ask when something is sold back; the plan's own prices where it doesn't know */
    public PlanSequencer(Quotes quotes) {
        this.quotes = quotes;
    }

    /** What is next for a plan that is not over. */
    public PlanStep next(LivePlan live, long nowMs) {
        for (PlanOrder order : live.orders()) {
            if (order.state() == OrderState.APPROVED) {
                return new PlanStep.Send(order.id());
            }
            if (!order.state().isFinal()) {
                return new PlanStep.LookUp(order.id());
            }
        }
        List<PlanOrder> legs = live.orders().stream()
                .filter(order -> order.purpose() != Purpose.UNWIND)
                .toList();
        if (legs.isEmpty() || legs.getFirst().filled().isZero()) {
            return new PlanStep.End(PlanOutcome.MISSED, missed(legs));
        }
        return nextLeg(live, legs).orElseGet(() -> unwind(live, nowMs));
    }

    private static String missed(List<PlanOrder> legs) {
        return legs.isEmpty()
                ? "leg 1 was never reserved"
                : "leg 1 traded nothing: " + legs.getFirst().state() + code(legs.getFirst());
    }

    private static String code(PlanOrder order) {
        return order.reasonCode() == null ? "" : " (" + order.reasonCode() + ")";
    }

    private static Optional<PlanStep> nextLeg(LivePlan live, List<PlanOrder> legs) {
        boolean goesOn = live.state() == PlanState.RUNNING
                && !live.flatten()
                && legs.size() < live.plan().legs().size()
                && !legs.getLast().filled().isZero();
        if (!goesOn) {
            return Optional.empty();
        }
        PlanLeg leg = live.plan().legs().get(legs.size());
        return leg.terms()
                .affordable(leg.side(), live.held(leg.gives()), leg.limit())
                .map(quantity -> new PlanStep.Place(
                        legs.size() + 1,
                        Purpose.NEXT_LEG,
                        leg.terms(),
                        leg.side(),
                        quantity,
                        leg.limit(),
                        legs.getLast().id().hex()));
    }

    private PlanStep unwind(LivePlan live, long nowMs) {
        boolean stuck = false;
        for (PlanLeg leg : live.plan().legs().subList(0, live.plan().legs().size() - 1)) {
            Attempts attempts = new Attempts(live, leg.brings());
            Optional<PlanStep.Place> sale = sale(live, live.plan().route(leg.brings()), attempts);
            if (sale.isPresent() && !attempts.areOver()) {
                return attempts.nextAtMs() > nowMs ? new PlanStep.Pause(attempts.nextAtMs()) : sale.get();
            }
            stuck |= sale.isPresent();
        }
        return end(live, stuck);
    }

    private Optional<PlanStep.Place> sale(LivePlan live, UnwindRoute route, Attempts attempts) {
        PairTerms terms = route.terms();
        BigDecimal held = live.held(route.gives());
        return terms.affordable(route.side(), held, route.reference())
                .map(most -> quotes.worst(terms, route.side(), most).orElse(route.reference()))
                .map(market -> terms.worse(route.side(), market, attempts.haircut()))
                .flatMap(limit -> terms.affordable(route.side(), held, limit)
                        .map(quantity -> new PlanStep.Place(
                                live.plan().legs().size() + attempts.count() + 1,
                                Purpose.UNWIND,
                                terms,
                                route.side(),
                                quantity,
                                limit,
                                route.gives() + ":" + attempts.count())));
    }

    private static PlanStep end(LivePlan live, boolean stuck) {
        long legs = live.orders().stream()
                .filter(order ->
                        order.purpose() != Purpose.UNWIND && !order.filled().isZero())
                .count();
        boolean soldBack = live.orders().stream()
                .anyMatch(order ->
                        order.purpose() == Purpose.UNWIND && !order.filled().isZero());
        if (stuck) {
            return new PlanStep.End(PlanOutcome.RESIDUAL, "what is left could not be sold back: " + live.holdings());
        }
        return legs == live.plan().legs().size() && !soldBack
                ? new PlanStep.End(PlanOutcome.COMPLETE, "every leg traded")
                : new PlanStep.End(
                        PlanOutcome.UNWOUND, legs + " of " + live.plan().legs().size() + " legs traded");
    }

    /** The orders that have tried to sell an asset back. */
    private static final class Attempts {

        private final List<PlanOrder> orders;
        private final int tried;

        Attempts(LivePlan live, String asset) {
            orders = live.orders().stream()
                    .filter(order ->
                            order.purpose() == Purpose.UNWIND && order.cause().startsWith(asset + ":"))
                    .toList();
            tried = (int) orders.stream().filter(PlanOrder::wasTried).count();
        }

        int count() {
            return orders.size();
        }

        boolean areOver() {
            return tried >= MOST_TRIES || orders.size() - tried >= MOST_REFUSALS;
        }

        BigDecimal haircut() {
            return FIRST_HAIRCUT
                    .multiply(BigDecimal.valueOf(1L << Math.min(tried, 10)))
                    .min(MOST_HAIRCUT);
        }

        long nextAtMs() {
            if (orders.isEmpty() || !orders.getLast().filled().isZero()) {
                return Long.MIN_VALUE;
            }
            return orders.getLast().updatedAtMs()
                    + Math.min(MOST_WAIT_MS, FIRST_WAIT_MS << Math.min(orders.size() - 1, 16));
        }
    }
}
