package dev.sextant.arbitrage.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Assets and the markets between them, with names resolved once to small whole numbers: markets by their place in the
 * list, assets in the order they are first named. Each market is two edges: {@code 2m} sells its base asset for its
 * quote asset, {@code 2m + 1} buys it. Immutable.
 */
public final class CurrencyGraph {

    private final List<MarketRules> markets;
    private final List<String> assets;
    private final Map<String, Integer> assetIds;
    private final Map<String, Integer> marketIds = new HashMap<>();
    private final int[] from;
    private final int[] to;
    private final int[] scales;

    /**
     * The graph of these markets.
     *
     * @throws IllegalArgumentException when a symbol stands there twice
     */
    public CurrencyGraph(List<MarketRules> markets) {
        this.markets = List.copyOf(markets);
        from = new int[2 * markets.size()];
        to = new int[from.length];
        assetIds = new LinkedHashMap<>();
        for (int market = 0; market < markets.size(); market++) {
            MarketRules rules = markets.get(market);
            if (marketIds.put(rules.symbol(), market) != null) {
                throw new IllegalArgumentException("market '" + rules.symbol() + "' is listed twice");
            }
            int base = assetIds.computeIfAbsent(rules.base(), name -> assetIds.size());
            int quote = assetIds.computeIfAbsent(rules.quote(), name -> assetIds.size());
            from[sell(market)] = to[buy(market)] = base;
            to[sell(market)] = from[buy(market)] = quote;
        }
        assets = new ArrayList<>(assetIds.keySet());
        scales = new int[assets.size()];
        for (int market = 0; market < markets.size(); market++) {
            MarketRules rules = markets.get(market);
            widen(from[sell(market)], rules.quantityPrecision());
            widen(to[sell(market)], rules.costPrecision());
        }
    }

    private void widen(int asset, int precision) {
        scales[asset] = Math.max(scales[asset], precision);
    }

    /** The edge that sells a market's base asset. */
    public static int sell(int market) {
        return 2 * market;
    }

    /** The edge that buys a market's base asset. */
    public static int buy(int market) {
        return 2 * market + 1;
    }

    /** The market of an edge. */
    public static int marketOf(int edge) {
        return edge >> 1;
    }

    /** Whether an edge buys its market's base asset. */
    public static boolean isBuy(int edge) {
        return (edge & 1) == 1;
    }

    /** How many markets there are; their ids are 0 to this − 1. */
    public int marketCount() {
        return markets.size();
    }

    /** How many assets there are; their ids are 0 to this − 1. */
    public int assetCount() {
        return assets.size();
    }

    /** The rules of a market. */
    public MarketRules market(int market) {
        return markets.get(market);
    }

    /** The id of a market, or −1 when there is none of that name. */
    public int marketId(String symbol) {
        return marketIds.getOrDefault(symbol, -1);
    }

    /** The name of an asset. */
    public String asset(int asset) {
        return assets.get(asset);
    }

    /** The id of an asset, or −1 when no market has it. */
    public int assetId(String name) {
        return assetIds.getOrDefault(name, -1);
    }

    /**
     * How many decimals amounts of an asset have: as many as the finest of its markets, so that quantities and costs of
     * each market are whole numbers of the same unit.
     */
    public int scale(int asset) {
        return scales[asset];
    }

    /** The asset an edge gives away. */
    public int from(int edge) {
        return from[edge];
    }

    /** The asset an edge brings. */
    public int to(int edge) {
        return to[edge];
    }

    /** The edge that turns one asset into another at once, the first of the list's markets; −1 when none does. */
    public int edge(int asset, int into) {
        for (int edge = 0; edge < from.length; edge++) {
            if (from[edge] == asset && to[edge] == into) {
                return edge;
            }
        }
        return -1;
    }
}
