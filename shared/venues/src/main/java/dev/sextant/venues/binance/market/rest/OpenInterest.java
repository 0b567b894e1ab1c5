package dev.sextant.venues.binance.market.rest;

import java.math.BigDecimal;

/** Open interest now, in the base asset. */
public record OpenInterest(BigDecimal base, long timeMs) {}
