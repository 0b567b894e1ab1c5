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
 * @param reduceOnly true when a fill must never add exposure
 */
public record OrderRequest(
        Symbol symbol,
        String clientOrderId,
        Side side,
        OrderType type,
        Quantity quantity,
        @Nullable Price triggerPrice,
        boolean reduceOnly) {

    public OrderRequest {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("order " + clientOrderId + " has quantity 0, expected more");
        }
        if (type.conditional() != (triggerPrice != null)) {
            throw new IllegalArgumentException("order " + clientOrderId + " of type " + type + " has trigger price "
                    + triggerPrice + ": conditional orders need one, others must not have one");
        }
    }
}
