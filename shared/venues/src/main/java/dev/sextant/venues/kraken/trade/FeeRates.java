package dev.sextant.venues.kraken.trade;

import java.math.BigDecimal;

/**
 * The fees of an account in a pair now.
 *
 * @param takerPercent for taking from the book, in percent of the cost: 0.30 is 0.30 %
 * @param makerPercent for what rested; the taker's where the venue tells no other
 */
public record FeeRates(BigDecimal takerPercent, BigDecimal makerPercent) {}
