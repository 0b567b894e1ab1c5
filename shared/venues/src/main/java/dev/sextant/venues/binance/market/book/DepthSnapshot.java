package dev.sextant.venues.binance.market.book;

import dev.sextant.venues.binance.market.PriceLevels;

/**
 * A book as REST reports it.
 *
 * @param lastUpdateId the last update it contains
 * @param bids best first
 * @param asks best first
 */
public record DepthSnapshot(long lastUpdateId, PriceLevels bids, PriceLevels asks) {}
