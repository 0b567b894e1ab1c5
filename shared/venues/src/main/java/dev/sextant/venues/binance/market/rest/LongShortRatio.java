package dev.sextant.venues.binance.market.rest;

import java.math.BigDecimal;

/** Longs divided by shorts at the end of a statistics period. */
public record LongShortRatio(BigDecimal ratio, long timeMs) {}
