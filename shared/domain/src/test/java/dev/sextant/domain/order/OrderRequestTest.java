package dev.sextant.domain.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderRequestTest {

    @Test
    void anOrderOfNothingIsRefused() {
        assertTrue(refusal(OrderType.MARKET, "0", null).contains("order c-1 has quantity 0"));
    }

    @Test
    void aMarketOrderHasNoTrigger() {
        assertTrue(refusal(OrderType.MARKET, "1", "61800").contains("has trigger price 61800"));
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderType.class,
            names = {"STOP_MARKET", "TAKE_PROFIT_MARKET"})
    void aConditionalOrderNeedsATrigger(OrderType type) {
        assertTrue(refusal(type, "1", null).contains("has trigger price null"));
    }

    @Test
    void exactlyALimitOrderHasALimit() {
        assertTrue(refusal(OrderType.LIMIT_IOC, "1", null).contains("has limit price null"));
        assertTrue(String.valueOf(assertThrows(
                                IllegalArgumentException.class,
                                () -> new OrderRequest(
                                        new Symbol("BTC/USD"),
                                        "c-1",
                                        Side.BUY,
                                        OrderType.MARKET,
                                        Quantity.of("1"),
                                        null,
                                        Price.of("61800"),
                                        false))
                        .getMessage())
                .contains("has limit price 61800"));
    }

    @Test
    void aPositionIsOpenedAndClosedFromOppositeSides() {
        for (Direction direction : Direction.values()) {
            Side opening = Side.opening(direction);
            assertEquals(direction.sign(), opening.sign());
            assertEquals(-direction.sign(), opening.opposite().sign());
            assertEquals(opening.opposite(), Side.opening(direction.opposite()));
        }
    }

    private static String refusal(OrderType type, String quantity, @Nullable String trigger) {
        Price triggerPrice = trigger == null ? null : Price.of(trigger);
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> new OrderRequest(
                                new Symbol("BTCUSDT"),
                                "c-1",
                                Side.SELL,
                                type,
                                Quantity.of(quantity),
                                triggerPrice,
                                true))
                .getMessage());
    }
}
