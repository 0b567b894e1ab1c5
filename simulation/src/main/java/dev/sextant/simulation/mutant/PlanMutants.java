package dev.sextant.simulation.mutant;

import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.plan.LivePlan;
import dev.sextant.domain.plan.PlanLeg;
import dev.sextant.domain.plan.PlanOrder;
import dev.sextant.domain.plan.PlanStore;
import dev.sextant.domain.plan.Quotes;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.simulation.check.World;
import dev.sextant.simulation.desk.Wiring;
import dev.sextant.simulation.lane.LaneWiring;
import dev.sextant.simulation.store.Defect;
import dev.sextant.simulation.store.PlanDefect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What can be wrong with how plans of several orders are carried out. */
final class PlanMutants {

    private PlanMutants() {}

    static List<Mutant> all() {
        List<Mutant> all = new ArrayList<>();
        for (PlanDefect defect : List.of(
                PlanDefect.LEG_CLAIM_NOT_ASKED,
                PlanDefect.KILL_IGNORED_BY_LEG_1,
                PlanDefect.TWO_PLANS_OF_A_CYCLE,
                PlanDefect.RESIDUAL_IGNORED,
                PlanDefect.SPENDS_TWICE)) {
            all.add(Mutant.of(defect));
        }
        for (Defect defect : List.of(
                Defect.FILLS_NOT_KEYED, Defect.CANCEL_IS_FINAL, Defect.NO_QUARANTINE, Defect.UNKNOWN_IS_REJECTED)) {
            String name = "leg-" + defect.name().toLowerCase(Locale.ROOT).replace('_', '-');
            all.add(new Mutant(name, Set.of(defect), Wiring.PLAIN, World.PLANS, Set.of(), LaneWiring.PLAIN));
        }
        all.add(seeing("next-leg-before-the-last-is-over", PlanDefect.LEGS_SIDE_BY_SIDE, PlanMutants::asFilled));
        all.add(seeing("unwinds-while-in-doubt", PlanDefect.LEGS_SIDE_BY_SIDE, PlanMutants::doubtsForgotten));
        all.add(seeing("ends-while-in-doubt", PlanDefect.ENDS_WITH_OPEN_ORDERS, PlanMutants::doubtsForgotten));
        all.add(Mutant.ofPlans("leg-sized-from-the-plan", Set.of(), new Seeing(PlanMutants::asPlanned)));
        all.add(Mutant.ofPlans("unwinds-at-the-first-price", Set.of(), new Stubborn()));
        all.add(Mutant.ofPlans("leg-sent-again", Set.of(), new LaneWiring() {
            @Override
            public TradingVenue venue(TradingVenue venue) {
                return new Mutants.RetrySameId(venue);
            }
        }));
        return all;
    }

    private static Mutant seeing(String name, PlanDefect defect, UnaryOperator<LivePlan> change) {
        return Mutant.ofPlans(name, Set.of(defect), new Seeing(change));
    }

    private static LivePlan with(LivePlan live, UnaryOperator<PlanOrder> change) {
        return new LivePlan(
                live.plan(),
                live.state(),
                live.orders().stream().map(change).toList(),
                live.holdings(),
                live.flatten());
    }

    private static PlanOrder as(PlanOrder order, OrderState state) {
        return new PlanOrder(
                order.id(),
                order.leg(),
                order.purpose(),
                order.cause(),
                order.pair(),
                order.side(),
                state,
                order.filled(),
                order.reasonCode(),
                order.updatedAtMs());
    }

    /** What has traded a part is taken for done. */
    private static LivePlan asFilled(LivePlan live) {
        return with(live, order -> order.state() == OrderState.PARTIALLY_FILLED ? as(order, OrderState.FILLED) : order);
    }

    /** What nobody knows anything about is taken for never placed. */
    private static LivePlan doubtsForgotten(LivePlan live) {
        return with(
                live,
                order -> order.state() == OrderState.UNKNOWN || order.state() == OrderState.QUARANTINED
                        ? as(order, OrderState.NOT_PLACED)
                        : order);
    }

    /** Each leg that has traded anything is thought to have brought what was planned. */
    private static LivePlan asPlanned(LivePlan live) {
        Map<String, BigDecimal> holdings = new HashMap<>(live.holdings());
        List<PlanLeg> legs = live.plan().legs();
        for (PlanOrder order : live.orders()) {
            boolean last = order.leg() == live.orders().size();
            if (order.purpose() != Purpose.UNWIND
                    && last
                    && order.leg() < legs.size()
                    && !order.filled().isZero()) {
                PlanLeg leg = legs.get(order.leg() - 1);
                holdings.merge(leg.brings(), leg.quantity().value(), BigDecimal::max);
            }
        }
        return new LivePlan(live.plan(), live.state(), live.orders(), holdings, live.flatten());
    }

    /** What the sequencer is shown is not what is stored. */
    private static class Seeing implements LaneWiring {

        private final UnaryOperator<LivePlan> change;

        Seeing(UnaryOperator<LivePlan> change) {
            this.change = change;
        }

        @Override
        public PlanStore plans(PlanStore plans) {
            return new PlanStoreMutant(plans, change);
        }
    }

    /** Sells back at the plan's own price, and never gives way. */
    private static final class Stubborn extends Seeing {

        Stubborn() {
            super(live -> with(
                    live,
                    order -> order.purpose() == Purpose.UNWIND && order.wasTried()
                            ? as(order, OrderState.REJECTED)
                            : order));
        }

        @Override
        public Quotes quotes(Quotes quotes) {
            return Quotes.NONE;
        }
    }
}
