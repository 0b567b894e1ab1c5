package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.venues.kraken.feed.PairRules;

/** A venue's rules of a pair in whole numbers. */
final class VenueRules {

    private VenueRules() {}

    static MarketRules of(PairRules rules, int feePpm) {
        return MarketRules.of(
                rules.symbol().name(),
                rules.base(),
                rules.quote(),
                new MarketRules.Precisions(rules.pricePrecision(), rules.qtyPrecision(), rules.costPrecision()),
                rules.priceIncrement(),
                rules.qtyIncrement(),
                rules.qtyMin(),
                rules.costMin(),
                feePpm);
    }
}
