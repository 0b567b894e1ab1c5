package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;

/**
 * A limit order on Kraken spot. The desk places no other kind there: reduce-only is not to be had on spot, so nothing
 * here adds to or reduces a position but by its side.
 *
 * @param pair in the socket's spelling, {@code BTC/USD}
 * @param clientOrderId derived from the intent and never used twice: Kraken tells ids apart among open orders only
 * @param quantity in base, a multiple of the pair's step, above 0
 * @param limit a multiple of the pair's tick
 */
public record KrakenOrder(
        Symbol pair, String clientOrderId, Side side, Quantity quantity, Price limit, TimeInForce timeInForce) {

    /** @throws IllegalArgumentException naming the field that can't be */
    public KrakenOrder {
        ClientOrderId.required(clientOrderId);
        if (quantity.isZero()) {
            throw new IllegalArgumentException("quantity of order " + clientOrderId + " is 0, expected more");
        }
    }
}
