package dev.sextant.venues.kraken.feed;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;

/**
 * Best prices and the last 24 hours of a pair. A side without orders, and a pair without trades, has zeros.
 *
 * @param volume in base
 * @param change last price less the one 24 hours ago, may be negative
 * @param changePct the same in percent
 * @param timeMicros epoch microseconds, 0 when the message has none
 */
public record Ticker(
        Symbol symbol,
        BigDecimal bid,
        BigDecimal bidQty,
        BigDecimal ask,
        BigDecimal askQty,
        BigDecimal last,
        BigDecimal volume,
        BigDecimal vwap,
        BigDecimal low,
        BigDecimal high,
        BigDecimal change,
        BigDecimal changePct,
        long timeMicros) {}
