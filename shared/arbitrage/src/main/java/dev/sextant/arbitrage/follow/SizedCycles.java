package dev.sextant.arbitrage.follow;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.arbitrage.price.UnwindBound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what a sizer holds for a moment. */
final class SizedCycles {

    private final CurrencyGraph graph;
    private final Cycles cycles;
    private final CycleDetector books;
    private final UnwindBound unwind;

    SizedCycles(CurrencyGraph graph, Cycles cycles, CycleDetector books, int haircutPpm) {
        this.graph = graph;
        this.cycles = cycles;
        this.books = books;
        this.unwind = new UnwindBound(graph, books::book, haircutPpm);
    }

    SizedCycle plan(int cycle, long nowMs, CycleSizer sized) {
        List<SizedLeg> legs = new ArrayList<>();
        int[] edges = cycles.edges(cycle);
        for (int leg = 0; leg < edges.length; leg++) {
            legs.add(leg(edges[leg], leg, nowMs, sized));
        }
        int start = cycles.start(cycle);
        return new SizedCycle(
                cycles.name(cycle),
                graph.asset(start),
                amount(start, sized.spend()),
                amount(start, sized.profit()),
                sized.edgeBps(),
                worstLoss(edges, sized),
                legs);
    }

    private SizedLeg leg(int edge, int leg, long nowMs, CycleSizer sized) {
        int market = CurrencyGraph.marketOf(edge);
        MarketRules rules = graph.market(market);
        return new SizedLeg(
                rules.symbol(),
                CurrencyGraph.isBuy(edge),
                BigDecimal.valueOf(sized.quantity(leg), rules.quantityPrecision()),
                BigDecimal.valueOf(sized.limit(leg), rules.pricePrecision()),
                amount(graph.from(edge), sized.spend(leg)),
                amount(graph.to(edge), sized.receive(leg)),
                books.ageMs(market, nowMs));
    }

    /** The sides of the books that the legs would trade with, in the order of the legs. */
    List<ProvenBook> proof(int cycle, CycleSizer sized) {
        List<ProvenBook> proof = new ArrayList<>();
        int[] edges = cycles.edges(cycle);
        for (int leg = 0; leg < edges.length; leg++) {
            int market = CurrencyGraph.marketOf(edges[leg]);
            boolean asks = CurrencyGraph.isBuy(edges[leg]);
            proof.add(ProvenBook.of(graph.market(market), books.book(market), asks, sized.quantity(leg)));
        }
        return proof;
    }

    private Optional<BigDecimal> worstLoss(int[] edges, CycleSizer sized) {
        long loss = unwind.worstLoss(sized, edges);
        return loss == UnwindBound.NONE ? Optional.empty() : Optional.of(amount(graph.from(edges[0]), loss));
    }

    private BigDecimal amount(int asset, long units) {
        return BigDecimal.valueOf(units, graph.scale(asset));
    }
}
