package dev.sextant.risk;

import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.order.EntryPlan;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.risk.Sizing;

/** Writes the entry intent of a signal. */
final class EntryIntents {

    private static final String VENUE = "BINANCE";

    private EntryIntents() {}

    static OrderIntent of(SignalRaised signal, Sizing.Fits size) {
        IntentId id = IntentId.derive(
                signal.account(), signal.strategyVersion(), signal.signalId(), 0, Purpose.ENTRY, signal.signalId());
        OrderRequest request = new OrderRequest(
                signal.symbol(),
                id.clientOrderId(),
                Side.opening(signal.direction()),
                OrderType.MARKET,
                size.quantity(),
                null,
                false);
        return new OrderIntent(
                id,
                signal.account(),
                VENUE,
                signal.strategy(),
                signal.strategyVersion(),
                signal.signalId(),
                signal.decisionId(),
                id.hex(),
                Purpose.ENTRY,
                signal.signalId(),
                request,
                signal.price(),
                size.risk(),
                signal.bucketStartMs(),
                signal.expiresAtMs(),
                EntryPlan.of(signal));
    }
}
