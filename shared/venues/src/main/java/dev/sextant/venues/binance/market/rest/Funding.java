package dev.sextant.venues.binance.market.rest;

import java.math.BigDecimal;

/** A funding that took place: its rate and time. */
public record Funding(BigDecimal rate, long timeMs) {}
