package dev.sextant.planning;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.arbitrage.price.UnwindBound;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PlanIds;
import dev.sextant.domain.plan.PlanLeg;
import dev.sextant.domain.plan.UnwindRoute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a plan down from a cycle that has just been sized. Belongs to the thread of the books. Called by the direct lane at
 * first sight, and by {@link CycleConfirmer} from a frame.
 */
public final class PlanMaker {

    private final PlanSettings settings;
    private final Markets markets;
    private final Cycles cycles;
    private final UnwindBound unwind;

    /** @param haircutPpm how much worse prices may be when a cycle has to be sold back, in millionths */
    public PlanMaker(PlanSettings settings, Markets markets, Cycles cycles, int haircutPpm) {
        this.settings = settings;
        this.markets = markets;
        this.cycles = cycles;
        this.unwind = new UnwindBound(markets.graph(), markets.detector()::book, haircutPpm);
    }

    /** A plan, or why there can't be one. */
    public sealed interface Made {

        /** What can be reserved. */
        record Plan(CyclePlan plan) implements Made {}

        /** Nothing, for a reason in a few words. */
        record Impossible(String reason) implements Made {}
    }

    /**
     * The plan of a cycle.
     *
     * @param nowMs when its books are so
     * @param sized holds this very cycle
     */
    public Made make(String opportunityId, int cycle, long nowMs, CycleSizer sized) {
        CurrencyGraph graph = markets.graph();
        int[] edges = cycles.edges(cycle);
        int start = cycles.start(cycle);
        long loss = unwind.worstLoss(sized, edges);
        Optional<BigDecimal> value = markets.value(start, graph.assetId(settings.currency()));
        List<UnwindRoute> routes = new ArrayList<>();
        for (int leg = 0; leg < edges.length - 1; leg++) {
            route(graph.to(edges[leg]), start, sized.receive(leg)).ifPresent(routes::add);
        }
        if (loss == UnwindBound.NONE || routes.size() < edges.length - 1) {
            return new Made.Impossible("no way back from every leg: its loss has no bound");
        }
        if (value.isEmpty()) {
            return new Made.Impossible(
                    "nobody says what " + graph.asset(start) + " is worth in " + settings.currency());
        }
        return new Made.Plan(new CyclePlan(
                PlanIds.plan(settings.account(), settings.strategyVersion(), opportunityId),
                settings.account(),
                PlanSettings.VENUE,
                settings.strategy(),
                settings.strategyVersion(),
                opportunityId,
                cycles.name(cycle),
                settings.lane(),
                // A buyer's venue holds back what the limit costs, which is more than the fills will.
                markets.amount(start, sized.spend()).max(atLimit(edges[0], sized)),
                markets.amount(start, sized.profit()),
                markets.amount(start, loss),
                value.get(),
                legs(edges, nowMs, sized),
                routes,
                settings.maxBookAgeMs(),
                nowMs,
                nowMs + settings.goodForMs()));
    }

    private BigDecimal atLimit(int edge, CycleSizer sized) {
        PlanLeg first = leg(edge, 0, 0, sized);
        return CurrencyGraph.isBuy(edge)
                ? first.quantity()
                        .notionalAt(first.limit())
                        .multiply(BigDecimal.ONE.add(first.terms().feeRate()))
                : BigDecimal.ZERO;
    }

    private List<PlanLeg> legs(int[] edges, long nowMs, CycleSizer sized) {
        List<PlanLeg> legs = new ArrayList<>();
        for (int leg = 0; leg < edges.length; leg++) {
            legs.add(leg(edges[leg], leg, nowMs, sized));
        }
        return legs;
    }

    private PlanLeg leg(int edge, int leg, long nowMs, CycleSizer sized) {
        int market = CurrencyGraph.marketOf(edge);
        int precision = markets.graph().market(market).quantityPrecision();
        return new PlanLeg(
                markets.terms(market),
                Markets.side(edge),
                new Quantity(BigDecimal.valueOf(sized.quantity(leg), precision)),
                markets.price(edge, sized.limit(leg)),
                Math.max(0, markets.detector().ageMs(market, nowMs)));
    }

    private Optional<UnwindRoute> route(int asset, int start, long amount) {
        int edge = markets.graph().edge(asset, start);
        if (edge < 0) {
            return Optional.empty();
        }
        Optional<Price> worst = markets.worst(edge, amount);
        return worst.map(
                price -> new UnwindRoute(markets.terms(CurrencyGraph.marketOf(edge)), Markets.side(edge), price));
    }
}
