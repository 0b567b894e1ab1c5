package dev.sextant.venues.binance.market.rest;

import java.math.BigDecimal;

/** Open interest at the end of a statistics period, in the base and in the quote asset. */
public record OpenInterestStatistic(BigDecimal base, BigDecimal quote, long timeMs) {}
