package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.venues.kraken.feed.PairRules;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A venue's rules of a pair in whole numbers. */
final class VenueRules {

    private VenueRules() {}

    static MarketRules of(PairRules rules, int feePpm) {
        int digits = rules.pricePrecision() + rules.qtyPrecision();
        int cost = Math.clamp(rules.costPrecision(), Math.max(0, digits - 18), 12);
        return new MarketRules(
                rules.symbol().name(),
                rules.base(),
                rules.quote(),
                rules.pricePrecision(),
                rules.qtyPrecision(),
                cost,
                scaled(rules.priceIncrement(), rules.pricePrecision()),
                scaled(rules.qtyIncrement(), rules.qtyPrecision()),
                scaled(rules.qtyMin(), rules.qtyPrecision()),
                scaled(rules.costMin(), cost),
                feePpm,
                false);
    }

    private static long scaled(BigDecimal value, int precision) {
        return value.movePointRight(precision).setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
