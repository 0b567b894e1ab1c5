package dev.sextant.domain.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VenueOrderTest {

    @Test
    void fillsOfARegularOrderAreBookedUnderItsOwnId() {
        assertEquals("2146760", order(null).fillsOrderId());
    }

    @Test
    void fillsOfATriggeredStopAreBookedUnderTheOrderThatExecutesIt() {
        assertEquals("22542179", order("22542179").fillsOrderId());
    }

    private static VenueOrder order(@Nullable String executingOrderId) {
        return new VenueOrder(
                new Symbol("BTCUSDT"),
                "c-1",
                "2146760",
                executingOrderId,
                VenueOrder.Status.OPEN,
                Quantity.ZERO,
                null,
                1);
    }
}
