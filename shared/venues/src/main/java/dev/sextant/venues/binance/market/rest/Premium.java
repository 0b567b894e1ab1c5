package dev.sextant.venues.binance.market.rest;

import java.math.BigDecimal;

/**
 * Mark price, index price and current funding rate.
 *
 * @param nextFundingMs time of the next funding, 0 when there is none
 * @param timeMs the venue's time of the values
 */
public record Premium(
        BigDecimal markPrice, BigDecimal indexPrice, BigDecimal fundingRate, long nextFundingMs, long timeMs) {}
