package dev.sextant.domain.order;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what the venue is asked to do, and nothing about why.
 *
 * @param clientOrderId derived from the intent
 * @param quantity in base units, already a multiple of the step
 * @param triggerPrice already a multiple of the tick; present exactly when the type is conditional
 * @param limitPrice the worst price, already a multiple of the tick; present exactly when the type is limited
 * @param reduceOnly true when a fill must never add exposure
 */
public record OrderRequest(
        Symbol symbol,
        String clientOrderId,
        Side side,
        OrderType type,
        Quantity quantity,
        @Nullable Price triggerPrice,
        @Nullable Price limitPrice,
        boolean reduceOnly) {

    /** An order without a limit. */
    public OrderRequest(
            Symbol symbol,
            String clientOrderId,
            Side side,
            OrderType type,
            Quantity quantity,
            @Nullable Price triggerPrice,
            boolean reduceOnly) {
        this(symbol, clientOrderId, side, type, quantity, triggerPrice, null, reduceOnly);
    }

    public OrderRequest {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("order " + clientOrderId + " has quantity 0, expected more");
        }
        if (type.conditional() != (triggerPrice != null)) {
            throw new IllegalArgumentException("order " + clientOrderId + " of type " + type + " has trigger price "
                    + triggerPrice + ": conditional orders need one, others must not have one");
        }
        if (type.limited() != (limitPrice != null)) {
            throw new IllegalArgumentException("order " + clientOrderId + " of type " + type + " has limit price "
                    + limitPrice + ": limit orders need one, others must not have one");
        }
    }
}
