package dev.sextant.bench.detect;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A venue with four hubs that all trade with each other, and coins that trade with one to four of them. With 100
 * currencies it has 266 markets and 570 directed triangles.
 */
final class MadeUpVenue {

    /** The currencies coins trade with, the most common first, and what one is worth in dollars. */
    private static final List<String> HUBS = List.of("USD", "BTC", "ETH", "EUR");

    private static final double[] HUB_VALUES = {1, 50_000, 2_500, 1.1};

    /** Of 96 coins, so many trade with all four hubs, with three and with two; the rest with one. */
    private static final int[] OF_96 = {30, 27, 20};

    private static final int FEE_PPM = 1_000;

    final CurrencyGraph graph;
    final Cycles cycles;

    /** The first markets are those between hubs. */
    final int hubMarkets;

    /** What a currency is worth, by its id in the graph. */
    final double[] values;

    private final Random random;
    private final List<MarketRules> rules = new ArrayList<>();
    private final List<Double> worths = new ArrayList<>();

    MadeUpVenue(int currencies, long seed) {
        random = new Random(seed);
        for (int base = 1; base < HUBS.size(); base++) {
            for (int quote = 0; quote < base; quote++) {
                add(HUBS.get(base), HUB_VALUES[base], quote);
            }
        }
        hubMarkets = rules.size();
        int coins = currencies - HUBS.size();
        for (int coin = 0; coin < coins; coin++) {
            double value = Math.pow(10, random.nextDouble(-2, 2));
            for (int hub = 0; hub < hubsOf(coin, coins); hub++) {
                add("C" + coin, value, hub);
            }
        }
        graph = new CurrencyGraph(rules);
        cycles = Cycles.of(graph, 3, HUBS);
        values = new double[graph.assetCount()];
        for (int market = 0; market < rules.size(); market++) {
            values[graph.from(CurrencyGraph.sell(market))] = worths.get(market);
        }
        values[graph.assetId("USD")] = 1;
    }

    private static int hubsOf(int coin, int coins) {
        int bound = 0;
        for (int i = 0; i < OF_96.length; i++) {
            bound += Math.round(OF_96[i] * coins / 96.0f);
            if (coin < bound) {
                return HUBS.size() - i;
            }
        }
        return 1;
    }

    private void add(String base, double value, int hub) {
        double price = value / HUB_VALUES[hub];
        int pricePrecision = Math.max(0, (int) Math.ceil(5 - Math.log10(price)));
        int costPrecision = HUB_VALUES[hub] > 100 ? 8 : 5;
        int lotDigits = (int) Math.max(0, Math.ceil(Math.log10(value)) + 2);
        rules.add(new MarketRules(
                base + "/" + HUBS.get(hub),
                base,
                HUBS.get(hub),
                pricePrecision,
                8,
                costPrecision,
                1,
                (long) Math.pow(10, Math.max(0, 8 - lotDigits)),
                (long) (5 / value * 1e8),
                (long) (5 / HUB_VALUES[hub] * Math.pow(10, costPrecision)),
                FEE_PPM,
                false));
        worths.add(value);
    }

    /** The price around which a market trades, in its quote currency. */
    double fair(int market) {
        int sell = CurrencyGraph.sell(market);
        return values[graph.from(sell)] / values[graph.to(sell)];
    }
}
