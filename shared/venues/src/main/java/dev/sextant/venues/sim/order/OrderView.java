package dev.sextant.venues.sim.order;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.instrument.Quote;

/**
 * What the venue shows of an order at one moment.
 *
 * @param originalType the type as it was asked for: {@code MARKET}, {@code LIMIT}, or the conditional type that became
 *     this market order
 * @param qtyE8 ordered base quantity, units of 10⁻⁸
 * @param filledE8 filled so far, at most {@code qtyE8}
 * @param quoteE8 Σ price × quantity of the fills, units of 10⁻⁸ of the quote asset
 * @param closePosition true on the market order of a triggered close-position stop
 * @param expiry why it expired; {@link ExpiryReason#NONE} in every other state
 * @param placedAtMs event time at which the book accepted it
 * @param updatedAtMs event time of its last change
 */
public record OrderView(
        Symbol symbol,
        long orderId,
        String clientOrderId,
        Side side,
        OrderType type,
        String originalType,
        TimeInForce timeInForce,
        long qtyE8,
        long priceE8,
        long filledE8,
        long quoteE8,
        boolean reduceOnly,
        boolean closePosition,
        OrderStatus status,
        ExpiryReason expiry,
        long placedAtMs,
        long updatedAtMs) {

    /** Average fill price, units of 10⁻⁸, rounded half even; 0 while nothing has filled. */
    public long averagePriceE8() {
        return filledE8 == 0 ? 0 : Quote.averagePriceE8(quoteE8, filledE8);
    }
}
