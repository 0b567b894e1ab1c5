package dev.sextant.local.venue.kraken.follow;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.local.venue.kraken.account.VenueAsset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A venue's rules of its pairs, as orders are checked against them. */
final class FollowedPairs {

    private FollowedPairs() {}

    /** The markets of a graph in their order. */
    static List<Pair> of(CurrencyGraph graph) {
        List<Pair> pairs = new ArrayList<>();
        for (int market = 0; market < graph.marketCount(); market++) {
            pairs.add(pair(graph.market(market)));
        }
        return List.copyOf(pairs);
    }

    private static Pair pair(MarketRules rules) {
        return new Pair(
                VenueAsset.of(rules.base()),
                VenueAsset.of(rules.quote()),
                new Pair.Digits(rules.pricePrecision(), rules.quantityPrecision(), rules.costPrecision()),
                BigDecimal.valueOf(rules.tick(), rules.pricePrecision()),
                BigDecimal.valueOf(rules.lot(), rules.quantityPrecision()),
                BigDecimal.valueOf(rules.minQuantity(), rules.quantityPrecision())
                        .stripTrailingZeros(),
                BigDecimal.valueOf(rules.minCost(), rules.costPrecision()).stripTrailingZeros());
    }
}
