package dev.sextant.planning;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.domain.plan.PlanIds;
import dev.sextant.domain.plan.PlanLeg;
import dev.sextant.domain.plan.UnwindRoute;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan of the least quantities that the venue takes, at the prices of now: to rehearse with, never to trade. Belongs to the
 * thread of the books.
 */
public final class SamplePlan {

    private static final String OPPORTUNITY = "rehearsal";

    private final PlanSettings settings;
    private final Markets markets;
    private final Cycles cycles;

    public SamplePlan(PlanSettings settings, Markets markets, Cycles cycles) {
        this.settings = settings;
        this.markets = markets;
        this.cycles = cycles;
    }

    /** Of the first cycle whose books are open; empty while there is none. Called by the direct lane while it has nothing to do. */
    public Optional<CyclePlan> make(long nowMs) {
        for (int cycle = 0; cycle < cycles.count(); cycle++) {
            Optional<CyclePlan> plan = of(cycle, nowMs);
            if (plan.isPresent()) {
                return plan;
            }
        }
        return Optional.empty();
    }

    private Optional<CyclePlan> of(int cycle, long nowMs) {
        CurrencyGraph graph = markets.graph();
        int start = cycles.start(cycle);
        Optional<BigDecimal> value = markets.value(start, graph.assetId(settings.currency()));
        List<PlanLeg> legs = new ArrayList<>();
        List<UnwindRoute> routes = new ArrayList<>();
        int[] edges = cycles.edges(cycle);
        for (int leg = 0; leg < edges.length; leg++) {
            leg(edges[leg]).ifPresent(legs::add);
            int back = graph.edge(graph.to(edges[leg]), start);
            if (leg < edges.length - 1 && back >= 0) {
                markets.best(back).ifPresent(price -> routes.add(route(back, price)));
            }
        }
        if (value.isEmpty() || legs.size() < edges.length || routes.size() < edges.length - 1) {
            return Optional.empty();
        }
        BigDecimal spend = spend(edges[0], legs.getFirst());
        return Optional.of(new CyclePlan(
                PlanIds.plan(settings.account(), settings.strategyVersion(), OPPORTUNITY),
                settings.account(),
                PlanSettings.VENUE,
                settings.strategy(),
                settings.strategyVersion(),
                OPPORTUNITY,
                cycles.name(cycle),
                settings.lane(),
                spend,
                spend.movePointLeft(3),
                spend.movePointLeft(3),
                value.get(),
                legs,
                routes,
                settings.maxBookAgeMs(),
                nowMs,
                nowMs + settings.goodForMs()));
    }

    private Optional<PlanLeg> leg(int edge) {
        PairTerms terms = markets.terms(CurrencyGraph.marketOf(edge));
        return markets.best(edge)
                .map(price -> new PlanLeg(terms, Markets.side(edge), new Quantity(least(terms, price)), price, 0));
    }

    private static BigDecimal least(PairTerms terms, Price price) {
        BigDecimal forCost = terms.minCost().divide(price.value(), terms.step().scale() + 1, RoundingMode.UP);
        BigDecimal wanted = terms.minQuantity().max(forCost).max(terms.step());
        return wanted.divide(terms.step(), 0, RoundingMode.UP).multiply(terms.step());
    }

    private UnwindRoute route(int edge, Price price) {
        return new UnwindRoute(markets.terms(CurrencyGraph.marketOf(edge)), Markets.side(edge), price);
    }

    private static BigDecimal spend(int edge, PlanLeg first) {
        return CurrencyGraph.isBuy(edge)
                ? first.quantity()
                        .notionalAt(first.limit())
                        .multiply(BigDecimal.ONE.add(first.terms().feeRate()))
                : first.quantity().value();
    }
}
