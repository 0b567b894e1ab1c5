package dev.sextant.venues.sim.order;

import dev.sextant.domain.market.Symbol;

/**
 * A request for a regular order.
 *
 * @param qtyE8 base quantity, units of 10⁻⁸, positive
 * @param priceE8 limit price in the quote asset, units of 10⁻⁸; 0 for MARKET
 * @param reduceOnly never opens or flips a position; it fills at most what the position holds
 * @param clientOrderId unique among the open orders of the symbol; blank lets the venue choose one
 * @param validUntilMs the last event time at which the book may still accept it (timestamp + recvWindow)
 */
public record NewOrder(
        Symbol symbol,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        long qtyE8,
        long priceE8,
        boolean reduceOnly,
        String clientOrderId,
        long validUntilMs) {

    /** A market order without a deadline. */
    public static NewOrder market(Symbol symbol, Side side, long qtyE8, String clientOrderId) {
        return new NewOrder(
                symbol, side, OrderType.MARKET, TimeInForce.GTC, qtyE8, 0, false, clientOrderId, Long.MAX_VALUE);
    }

    /** A limit order without a deadline. */
    public static NewOrder limit(
            Symbol symbol, Side side, TimeInForce timeInForce, long qtyE8, long priceE8, String clientOrderId) {
        return new NewOrder(
                symbol, side, OrderType.LIMIT, timeInForce, qtyE8, priceE8, false, clientOrderId, Long.MAX_VALUE);
    }

    /** The same order, reduce-only. */
    public NewOrder asReduceOnly() {
        return new NewOrder(symbol, side, type, timeInForce, qtyE8, priceE8, true, clientOrderId, validUntilMs);
    }

    /** The same order with a deadline at the book. */
    public NewOrder validUntil(long timeMs) {
        return new NewOrder(symbol, side, type, timeInForce, qtyE8, priceE8, reduceOnly, clientOrderId, timeMs);
    }

    /** Whether a trade at this price is within the limit. Always true for MARKET. */
    public boolean accepts(long tradePriceE8) {
        return type == OrderType.MARKET || !side.isBetter(priceE8, tradePriceE8);
    }
}
