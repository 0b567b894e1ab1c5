package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.book.BookSide;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The best product of the best prices, before fees, over the triangles an update touches, both directions, whatever
 * asset they begin with.
 */
final class EdgeTrace {

    /**
     * The best of an update.
     *
     * @param cycle as {@code USD>BTC>ETH>USD}
     * @param product what a unit of the start asset comes back as, without fees and sizes
     */
    record Edge(String cycle, double product) {}

    private final CurrencyGraph graph;
    private final Cycles cycles;
    private final double[] rates;

    EdgeTrace(CurrencyGraph graph, List<String> starts) {
        this.graph = graph;
        Set<String> everywhere = new LinkedHashSet<>(starts);
        for (int asset = 0; asset < graph.assetCount(); asset++) {
            everywhere.add(graph.asset(asset));
        }
        this.cycles = Cycles.of(graph, 3, List.copyOf(everywhere));
        this.rates = new double[2 * graph.marketCount()];
    }

    /** A market's book can't be traded on. */
    void close(int market) {
        rates[CurrencyGraph.sell(market)] = 0;
        rates[CurrencyGraph.buy(market)] = 0;
    }

    /** The best edge after an update of a market, or null when no triangle through it can be priced. */
    @org.jspecify.annotations.Nullable
    Edge updated(int market, BookSide bids, BookSide asks) {
        double unit = Math.pow(10, graph.market(market).pricePrecision());
        rates[CurrencyGraph.sell(market)] = bids.size() == 0 ? 0 : bids.price(0) / unit;
        rates[CurrencyGraph.buy(market)] = asks.size() == 0 ? 0 : unit / asks.price(0);
        int best = -1;
        double most = 0;
        for (int cycle : cycles.touching(market)) {
            int[] edges = cycles.edges(cycle);
            double product = rates[edges[0]] * rates[edges[1]] * rates[edges[2]];
            if (product > most) {
                most = product;
                best = cycle;
            }
        }
        return best < 0 ? null : new Edge(cycles.name(best), most);
    }
}
