package dev.sextant.venues.kraken.feed;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Side;
import java.math.BigDecimal;

/**
 * A trade of anybody's.
 *
 * @param taker the side that traded at once
 * @param price positive, in quote
 * @param qty positive, in base
 * @param tradeId rises by one with each trade of the pair: a gap tells of a lost one
 * @param timeMicros epoch microseconds
 */
public record PublicTrade(Symbol symbol, Side taker, BigDecimal price, BigDecimal qty, long tradeId, long timeMicros) {}
