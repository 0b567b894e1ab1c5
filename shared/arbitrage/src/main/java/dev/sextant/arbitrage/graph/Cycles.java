package dev.sextant.arbitrage.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every way to trade an asset through two (or three) others back into itself, no asset twice, each once whatever asset
 * it is seen from: both directions of a triangle are two cycles. A cycle begins with the first of the start assets that
 * is in it; a cycle without any is left out. Immutable; made once for a {@link CurrencyGraph}.
 */
public final class Cycles {

    /** The most edges a cycle can have. */
    public static final int MOST_LEGS = 4;

    private final CurrencyGraph graph;
    private final List<int[]> cycles;
    private final int[][] along;
    private final int[][] touched;

    private Cycles(CurrencyGraph graph, List<int[]> cycles) {
        this.graph = graph;
        this.cycles = cycles;
        along = new int[2 * graph.marketCount()][0];
        touched = new int[graph.marketCount()][0];
        for (int id = 0; id < cycles.size(); id++) {
            for (int edge : cycles.get(id)) {
                int market = CurrencyGraph.marketOf(edge);
                along[edge] = with(along[edge], id);
                touched[market] = with(touched[market], id);
            }
        }
    }

    /**
     * The cycles of a graph.
     *
     * @param mostLegs 3 or 4
     * @param starts names of assets a cycle may begin and end with, the preferred first; those no market has are passed
     *     over
     * @throws IllegalArgumentException for other lengths, or when no start is named
     */
    public static Cycles of(CurrencyGraph graph, int mostLegs, List<String> starts) {
        if (mostLegs < 3 || mostLegs > MOST_LEGS) {
            throw new IllegalArgumentException("cycles of up to " + mostLegs + " legs, expected 3 or 4");
        }
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("no start asset is named");
        }
        int[] rank = new int[graph.assetCount()];
        Arrays.fill(rank, Integer.MAX_VALUE);
        for (int i = starts.size() - 1; i >= 0; i--) {
            int asset = graph.assetId(starts.get(i));
            if (asset >= 0) {
                rank[asset] = i;
            }
        }
        return new Cycles(graph, new Search(graph, mostLegs, rank).all());
    }

    private static int[] with(int[] all, int more) {
        int[] longer = Arrays.copyOf(all, all.length + 1);
        longer[all.length] = more;
        return longer;
    }

    /** How many cycles there are; their ids are 0 to this − 1. */
    public int count() {
        return cycles.size();
    }

    /** The edges of a cycle in order; not to be changed. */
    public int[] edges(int cycle) {
        return cycles.get(cycle);
    }

    /** The cycles that trade on a market, by rising id; not to be changed. */
    public int[] touching(int market) {
        return touched[market];
    }

    /** The cycles that take an edge, by rising id; not to be changed. None takes both edges of a market. */
    public int[] along(int edge) {
        return along[edge];
    }

    /** The asset a cycle begins and ends with. */
    public int start(int cycle) {
        return graph.from(cycles.get(cycle)[0]);
    }

    /** A cycle by its assets, as {@code USD>BTC>ETH>USD}. */
    public String name(int cycle) {
        StringBuilder name = new StringBuilder(graph.asset(start(cycle)));
        for (int edge : cycles.get(cycle)) {
            name.append('>').append(graph.asset(graph.to(edge)));
        }
        return name.toString();
    }

    /** Walks the graph from each start in turn, never back to a start that was done before. */
    private static final class Search {
        private final CurrencyGraph graph;
        private final int mostLegs;
        private final int[] rank;
        private final int[][] edgesFrom;
        private final List<int[]> found = new ArrayList<>();
        private final int[] path = new int[MOST_LEGS];

        Search(CurrencyGraph graph, int mostLegs, int[] rank) {
            this.graph = graph;
            this.mostLegs = mostLegs;
            this.rank = rank;
            edgesFrom = new int[graph.assetCount()][0];
            for (int edge = 0; edge < 2 * graph.marketCount(); edge++) {
                int asset = graph.from(edge);
                edgesFrom[asset] = with(edgesFrom[asset], edge);
            }
        }

        List<int[]> all() {
            for (int asset = 0; asset < rank.length; asset++) {
                if (rank[asset] < Integer.MAX_VALUE) {
                    extend(asset, asset, 0);
                }
            }
            return found;
        }

        private void extend(int start, int at, int legs) {
            for (int edge : edgesFrom[at]) {
                int next = graph.to(edge);
                path[legs] = edge;
                if (next == start && legs + 1 >= 3) {
                    found.add(Arrays.copyOf(path, legs + 1));
                } else if (legs + 1 < mostLegs && rank[next] > rank[start] && !visited(next, legs)) {
                    extend(start, next, legs + 1);
                }
            }
        }

        private boolean visited(int asset, int legs) {
            for (int i = 0; i <= legs; i++) {
                if (graph.from(path[i]) == asset) {
                    return true;
                }
            }
            return false;
        }
    }
}
