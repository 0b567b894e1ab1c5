package dev.sextant.placer;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.order.StoredOrder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes the reduce-only intents of a trade. */
final class ExitIntents {

    private static final String VENUE = "BINANCE";

    private ExitIntents() {}

    static OrderIntent conditional(OpenTrade trade, ExitAction.PlaceConditional action) {
        OrderType type = action.purpose() == Purpose.STOP ? OrderType.STOP_MARKET : OrderType.TAKE_PROFIT_MARKET;
        return exit(trade, action.purpose(), type, action.quantity(), action.trigger(), action.cause());
    }

    static OrderIntent close(OpenTrade trade, ExitAction.CloseNow action) {
        return exit(trade, Purpose.CLOSE, OrderType.MARKET, action.quantity(), null, action.cause());
    }

    private static OrderIntent exit(
            OpenTrade trade,
            Purpose purpose,
            OrderType type,
            Quantity quantity,
            @Nullable Price trigger,
            String cause) {
        StoredOrder entry = trade.entry();
        IntentId id = IntentId.derive(trade.account(), entry.strategyVersion(), trade.tradeId(), 0, purpose, cause);
        Side side = Side.opening(trade.plan().direction()).opposite();
        OrderRequest request =
                new OrderRequest(trade.symbol(), id.clientOrderId(), side, type, quantity, trigger, true);
        return new OrderIntent(
                id,
                trade.account(),
                VENUE,
                entry.strategy(),
                entry.strategyVersion(),
                entry.sourceId(),
                entry.decisionId(),
                trade.tradeId(),
                purpose,
                cause,
                request,
                trade.entryPrice().value(),
                BigDecimal.ZERO,
                null,
                null,
                trade.plan());
    }
}
