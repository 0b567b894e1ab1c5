package dev.sextant.venues.sim.order;

import dev.sextant.domain.market.Symbol;

/**
 * One fill of one of our orders.
 *
 * @param tradeId positive, increasing, unique at the venue
 * @param priceE8 price in the quote asset, units of 10⁻⁸
 * @param qtyE8 base quantity, units of 10⁻⁸, positive
 * @param quoteE8 price × quantity, exact, units of 10⁻⁸ of the quote asset
 * @param feeE8 commission in the quote asset, units of 10⁻⁸; negative is a rebate
 * @param realizedE8 profit realised on the part that closed a position, before the fee
 * @param maker whether the order was resting
 * @param timeMs event time of the match, epoch ms
 */
public record Fill(
        Symbol symbol,
        long tradeId,
        long orderId,
        Side side,
        long priceE8,
        long qtyE8,
        long quoteE8,
        long feeE8,
        long realizedE8,
        boolean maker,
        long timeMs) {}
