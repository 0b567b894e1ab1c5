package dev.sextant.direct.exam;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.trade.AssetPair;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pairs that lie on the configured cycles, as REST lists them.
 *
 * @param onCycles whatever their status
 * @param wholeCycles the pairs of each cycle all of whose pairs are online
 */
record NeededPairs(List<AssetPair> onCycles, List<List<AssetPair>> wholeCycles) {

    static NeededPairs of(List<AssetPair> listed, FeedSettings settings) {
        List<AssetPair> wanted =
                listed.stream().filter(pair -> isWanted(pair, settings)).toList();
        CurrencyGraph graph =
                new CurrencyGraph(wanted.stream().map(NeededPairs::rules).toList());
        Cycles cycles = Cycles.of(graph, settings.mostLegs(), settings.starts());
        List<AssetPair> onCycles = IntStream.range(0, wanted.size())
                .filter(market -> cycles.touching(market).length > 0)
                .mapToObj(wanted::get)
                .toList();
        List<List<AssetPair>> whole = IntStream.range(0, cycles.count())
                .mapToObj(cycle -> Arrays.stream(cycles.edges(cycle))
                        .mapToObj(edge -> wanted.get(CurrencyGraph.marketOf(edge)))
                        .toList())
                .filter(pairs -> pairs.stream().allMatch(pair -> pair.status() == MarketStatus.ONLINE))
                .toList();
        return new NeededPairs(onCycles, whole);
    }

    private static boolean isWanted(AssetPair pair, FeedSettings settings) {
        boolean dead = pair.status() == MarketStatus.DELISTED || pair.status() == MarketStatus.WORK_IN_PROGRESS;
        boolean countable = pair.quantityDecimals() <= 12
                && pair.priceDecimals() + pair.quantityDecimals() - Math.min(12, pair.costDecimals()) <= 18;
        return !dead
                && countable
                && (settings.assets().isEmpty()
                        || (settings.assets().contains(pair.base())
                                && settings.assets().contains(pair.quote())));
    }

    private static MarketRules rules(AssetPair pair) {
        return MarketRules.of(
                pair.symbol().name(),
                pair.base(),
                pair.quote(),
                new MarketRules.Precisions(pair.priceDecimals(), pair.quantityDecimals(), pair.costDecimals()),
                pair.tickSize(),
                BigDecimal.ONE.movePointLeft(pair.quantityDecimals()),
                pair.orderMin(),
                pair.costMin(),
                0);
    }
}
