package dev.sextant.local.venue.capture;

/** One public trade as captured; price and quantity in units of 10⁻⁸, times in epoch ms. */
public record RawTrade(
        long tradeId, long priceE8, long qtyE8, long tradeTimeMs, long eventTimeMs, boolean buyerIsMaker) {}
