package dev.sextant.domain.plan;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * One order of a plan as it stands in the store.
 *
 * @param leg from 1
 * @param cause what demanded it
 * @param reasonCode why it was refused or blocked, or null
 * @param updatedAtMs market time of its last change
 */
public record PlanOrder(
        IntentId id,
        int leg,
        Purpose purpose,
        String cause,
        Symbol pair,
        Side side,
        OrderState state,
        Quantity filled,
        @Nullable String reasonCode,
        long updatedAtMs) {

    /** Whether it reached the market and is over, with or without fills. */
    public boolean wasTried() {
        return state == OrderState.FILLED || state == OrderState.CANCELED || state == OrderState.EXPIRED;
    }
}
