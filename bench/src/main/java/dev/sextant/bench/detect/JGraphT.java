package dev.sextant.bench.detect;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.bench.Contender;
import java.util.ArrayList;
import java.util.List;
import org.jgrapht.alg.shortestpath.BellmanFordShortestPath;
import org.jgrapht.alg.shortestpath.NegativeCycleDetectedException;
import org.jgrapht.graph.DefaultDirectedWeightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;

/** The search for a negative cycle that JGraphT has, anew on each update; best prices only. */
final class JGraphT implements Contender {

    private final Updates updates;
    private final Rates rates;
    private final DefaultDirectedWeightedGraph<String, DefaultWeightedEdge> graph =
            new DefaultDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    private final List<DefaultWeightedEdge> edges = new ArrayList<>();
    private final String start;
    private long found;

    JGraphT(MadeUpVenue venue, Updates updates) {
        this.updates = updates;
        this.rates = new Rates(venue, updates);
        start = "USD";
        for (int asset = 0; asset < venue.graph.assetCount(); asset++) {
            graph.addVertex(venue.graph.asset(asset));
        }
        for (int edge = 0; edge < 2 * venue.graph.marketCount(); edge++) {
            edges.add(
                    graph.addEdge(venue.graph.asset(venue.graph.from(edge)), venue.graph.asset(venue.graph.to(edge))));
        }
    }

    @Override
    public String name() {
        return "JGraphT `BellmanFordShortestPath`, all cycles anew";
    }

    @Override
    public void begin() {
        rates.clear();
        for (int u = 0; u < updates.snapshots; u++) {
            apply(u);
        }
        found = 0;
    }

    @Override
    public void take(int from, int to) {
        int first = updates.snapshots;
        for (int u = first + from; u < first + to; u++) {
            apply(u);
            try {
                new BellmanFordShortestPath<>(graph).getPaths(start);
            } catch (NegativeCycleDetectedException _) {
                found++;
            }
        }
    }

    private void apply(int u) {
        int market = rates.apply(u);
        int sell = CurrencyGraph.sell(market);
        int buy = CurrencyGraph.buy(market);
        graph.setEdgeWeight(edges.get(sell), rates.cost(sell));
        graph.setEdgeWeight(edges.get(buy), rates.cost(buy));
    }

    @Override
    public long found() {
        return found;
    }
}
