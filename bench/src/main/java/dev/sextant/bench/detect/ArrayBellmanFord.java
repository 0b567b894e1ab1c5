package dev.sextant.bench.detect;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.bench.Contender;
import java.util.Arrays;

/** Bellman and Ford's search for a negative cycle over plain arrays, anew on each update; best prices only. */
final class ArrayBellmanFord implements Contender {

    private static final double GUARD = 1e-9;

    private final Updates updates;
    private final Rates rates;
    private final int[] from;
    private final int[] to;
    private final double[] costs;
    private final double[] distances;
    private long found;

    ArrayBellmanFord(MadeUpVenue venue, Updates updates) {
        this.updates = updates;
        this.rates = new Rates(venue, updates);
        from = new int[2 * venue.graph.marketCount()];
        to = new int[from.length];
        costs = new double[from.length];
        distances = new double[venue.graph.assetCount()];
        for (int edge = 0; edge < from.length; edge++) {
            from[edge] = venue.graph.from(edge);
            to[edge] = venue.graph.to(edge);
        }
    }

    @Override
    public String name() {
        return "Bellman-Ford over arrays, all cycles anew";
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
            if (hasNegativeCycle()) {
                found++;
            }
        }
    }

    private void apply(int u) {
        int market = rates.apply(u);
        costs[CurrencyGraph.sell(market)] = rates.cost(CurrencyGraph.sell(market));
        costs[CurrencyGraph.buy(market)] = rates.cost(CurrencyGraph.buy(market));
    }

    private boolean hasNegativeCycle() {
        Arrays.fill(distances, 0);
        boolean changed = true;
        for (int round = 0; round < distances.length && changed; round++) {
            changed = false;
            for (int edge = 0; edge < costs.length; edge++) {
                double reached = distances[from[edge]] + costs[edge];
                if (reached < distances[to[edge]] - GUARD) {
                    distances[to[edge]] = reached;
                    changed = true;
                }
            }
        }
        return changed;
    }

    @Override
    public long found() {
        return found;
    }
}
