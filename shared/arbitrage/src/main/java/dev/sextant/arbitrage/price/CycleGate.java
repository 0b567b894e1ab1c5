package dev.sextant.arbitrage.price;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;

/**
 * The best prices of every edge, fees taken off, and which cycles they let earn something. Going deeper into a book
 * never makes a rate better, so a cycle that doesn't pass here earns nothing at any size. Not thread-safe; allocates
 * nothing after its construction.
 */
public final class CycleGate {

    /** A multiple of four edges for each cycle with an edge, by edge; short ones end with the edge of rate 1. */
    private final int[][] touched;

    private final int[][] ids;
    private final double[] rates;
    private final CycleSizer sizer;

    /** Which cycles passed, in order of their ids. */
    private final int[] passed;

    /** A gate for these cycles, all closed. */
    public CycleGate(CurrencyGraph graph, Cycles cycles, CycleSizer sizer) {
        int edges = 2 * graph.marketCount();
        this.sizer = sizer;
        rates = new double[edges + 1];
        rates[edges] = 1;
        touched = new int[edges][];
        ids = new int[edges][];
        int most = 0;
        for (int edge = 0; edge < edges; edge++) {
            ids[edge] = cycles.along(edge);
            touched[edge] = new int[ids[edge].length * Cycles.MOST_LEGS];
            most = Math.max(most, ids[edge].length);
            for (int i = 0; i < ids[edge].length; i++) {
                int[] path = cycles.edges(ids[edge][i]);
                for (int leg = 0; leg < Cycles.MOST_LEGS; leg++) {
                    touched[edge][i * Cycles.MOST_LEGS + leg] = leg < path.length ? path[leg] : edges;
                }
            }
        }
        passed = new int[most];
    }

    /** The side of a book that an edge trades on has changed: its best price is read again. */
    public void refresh(int edge) {
        rates[edge] = sizer.bestRate(edge);
    }

    /** A market's book can't be traded on: no cycle through it passes until both of its edges are refreshed. */
    public void close(int market) {
        rates[CurrencyGraph.sell(market)] = 0;
        rates[CurrencyGraph.buy(market)] = 0;
    }

    /** Judges the cycles that take an edge and returns how many may earn something: see {@link #passed}. */
    public int judge(int edge) {
        int[] legs = touched[edge];
        int found = 0;
        for (int i = 0; i < legs.length; i += Cycles.MOST_LEGS) {
            double product = rates[legs[i]] * rates[legs[i + 1]] * rates[legs[i + 2]] * rates[legs[i + 3]];
            if (sizer.mayExceed(product)) {
                passed[found++] = ids[edge][i / Cycles.MOST_LEGS];
            }
        }
        return found;
    }

    /** The n-th cycle that passed at the last judging. */
    public int passed(int n) {
        return passed[n];
    }

    /** A cycle's product of the best rates, fees taken off, as of the last refresh of each market. */
    public double product(int[] edges) {
        double product = 1;
        for (int edge : edges) {
            product *= rates[edge];
        }
        return product;
    }
}
