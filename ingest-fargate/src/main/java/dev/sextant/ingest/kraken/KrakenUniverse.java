package dev.sextant.ingest.kraken;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.feed.PairRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The pairs that are watched: those of the wanted assets that lie on a cycle, in the venue's order, and their graph. A
 * pair's number is the same here, in the graph and among the scanned pairs.
 *
 * @param pairs the venue's rules
 * @param graph their graph
 * @param cycles its cycles
 */
record KrakenUniverse(List<PairRules> pairs, CurrencyGraph graph, Cycles cycles) {

    static KrakenUniverse of(List<PairRules> listed, FeedSettings settings, PairFees fees) {
        List<PairRules> wanted =
                listed.stream().filter(pair -> isWanted(pair, settings)).toList();
        CurrencyGraph all = graph(wanted, fees);
        Cycles cycles = Cycles.of(all, settings.mostLegs(), settings.starts());
        List<PairRules> onCycles = new ArrayList<>();
        for (int market = 0; market < wanted.size(); market++) {
            if (cycles.touching(market).length > 0) {
                onCycles.add(wanted.get(market));
            }
        }
        return priced(List.copyOf(onCycles), settings, fees);
    }

    private static KrakenUniverse priced(List<PairRules> pairs, FeedSettings settings, PairFees fees) {
        CurrencyGraph graph = graph(pairs, fees);
        return new KrakenUniverse(pairs, graph, Cycles.of(graph, settings.mostLegs(), settings.starts()));
    }

    /** The same pairs, at the fees of now. */
    KrakenUniverse repriced(FeedSettings settings, PairFees fees) {
        return priced(pairs, settings, fees);
    }

    /** Whether the pairs are the same and all that is said of them, but for who trades now. */
    boolean hasRulesOf(KrakenUniverse other) {
        boolean same = pairs.size() == other.pairs.size();
        for (int pair = 0; same && pair < pairs.size(); pair++) {
            same = haveSameRules(pairs.get(pair), other.pairs.get(pair));
        }
        return same;
    }

    /** Whether all that is said of two pairs is the same, but for whether they trade now. */
    static boolean haveSameRules(PairRules one, PairRules other) {
        return one.with(MarketStatus.ONLINE).equals(other.with(MarketStatus.ONLINE));
    }

    private static boolean isWanted(PairRules pair, FeedSettings settings) {
        boolean dead = pair.status() == MarketStatus.DELISTED || pair.status() == MarketStatus.WORK_IN_PROGRESS;
        boolean countable = pair.qtyPrecision() <= 12
                && pair.pricePrecision() + pair.qtyPrecision() - Math.min(12, pair.costPrecision()) <= 18;
        return !dead
                && countable
                && (settings.assets().isEmpty()
                        || (settings.assets().contains(pair.base())
                                && settings.assets().contains(pair.quote())));
    }

    private static CurrencyGraph graph(List<PairRules> pairs, PairFees fees) {
        return new CurrencyGraph(pairs.stream()
                .map(pair -> MarketRules.of(
                        pair.symbol().name(),
                        pair.base(),
                        pair.quote(),
                        new MarketRules.Precisions(pair.pricePrecision(), pair.qtyPrecision(), pair.costPrecision()),
                        pair.priceIncrement(),
                        pair.qtyIncrement(),
                        pair.qtyMin(),
                        pair.costMin(),
                        fees.ppm(pair.symbol())))
                .toList());
    }
}
