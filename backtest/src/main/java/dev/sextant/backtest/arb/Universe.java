package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.graph.CurrencyGraph;

/** The pairs of recorded books with their rules; see {@link RecordedPairs}. */
final class Universe {

    private final CurrencyGraph graph;
    private final int[] depths;
    private final boolean[] open;

    Universe(CurrencyGraph graph, int[] depths, boolean[] open) {
        this.graph = graph;
        this.depths = depths;
        this.open = open;
    }

    CurrencyGraph graph() {
        return graph;
    }

    int[] depths() {
        return depths.clone();
    }

    /** Whether the venue lets a market be traded. */
    boolean isOpen(int market) {
        return open[market];
    }
}
