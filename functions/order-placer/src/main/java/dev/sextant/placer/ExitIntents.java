package dev.sextant.placer;

import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;

/** Writes the reduce-only intents of a trade. */
final class ExitIntents {

    private static final String VENUE = "BINANCE";

    private ExitIntents() {}

    static OrderIntent conditional(OpenTrade trade, ExitAction.PlaceConditional action) {
        OrderType type = action.purpose() == Purpose.STOP ? OrderType.STOP_MARKET : OrderType.TAKE_PROFIT_MARKET;
        return OrderIntent.exit(
                trade, VENUE, action.purpose(), type, action.quantity(), action.trigger(), action.cause());
    }

    static OrderIntent take(OpenTrade trade, ExitAction.TakeNow action) {
        return OrderIntent.exit(
                trade, VENUE, action.purpose(), OrderType.MARKET, action.quantity(), null, action.cause());
    }

    static OrderIntent close(OpenTrade trade, ExitAction.CloseNow action) {
        return OrderIntent.exit(trade, VENUE, Purpose.CLOSE, OrderType.MARKET, action.quantity(), null, action.cause());
    }
}
