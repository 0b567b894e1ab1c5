package dev.sextant.venues.sim;

import dev.sextant.venues.sim.order.ExpiryReason;
import dev.sextant.venues.sim.order.Fill;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderStatus;
import dev.sextant.venues.sim.order.OrderView;
import dev.sextant.venues.sim.order.Side;

/** An accepted order with its changing parts. */
final class LiveOrder {

    final NewOrder request;
    final long orderId;
    final String clientOrderId;
    private final String originalType;
    private final boolean closePosition;
    private final long placedAtMs;
    private OrderStatus status = OrderStatus.NEW;
    private ExpiryReason expiry = ExpiryReason.NONE;
    private long filledE8;
    private long quoteE8;
    private long aheadE8;
    private long updatedAtMs;

    LiveOrder(
            NewOrder request,
            long orderId,
            String clientOrderId,
            String originalType,
            boolean closePosition,
            long placedAtMs) {
        this.request = request;
        this.orderId = orderId;
        this.clientOrderId = clientOrderId;
        this.originalType = originalType;
        this.closePosition = closePosition;
        this.placedAtMs = placedAtMs;
        this.updatedAtMs = placedAtMs;
    }

    /** An order as it was left. Its deadline has passed or was met, so it has none any more. */
    static LiveOrder restored(KeptOrder kept) {
        OrderView view = kept.order();
        NewOrder request = new NewOrder(
                view.symbol(),
                view.side(),
                view.type(),
                view.timeInForce(),
                view.qtyE8(),
                view.priceE8(),
                view.reduceOnly(),
                view.clientOrderId(),
                Long.MAX_VALUE);
        LiveOrder order = new LiveOrder(
                request,
                view.orderId(),
                view.clientOrderId(),
                view.originalType(),
                view.closePosition(),
                view.placedAtMs());
        order.status = view.status();
        order.expiry = view.expiry();
        order.filledE8 = view.filledE8();
        order.quoteE8 = view.quoteE8();
        order.aheadE8 = kept.aheadE8();
        order.updatedAtMs = view.updatedAtMs();
        return order;
    }

    KeptOrder kept() {
        return new KeptOrder(view(), aheadE8);
    }

    Side side() {
        return request.side();
    }

    boolean isOpen() {
        return status.isOpen();
    }

    long openQtyE8() {
        return request.qtyE8() - filledE8;
    }

    /** Volume that must trade at our price before this order's turn. */
    long aheadE8() {
        return aheadE8;
    }

    void queueBehind(long volumeAheadE8) {
        aheadE8 = volumeAheadE8;
    }

    void apply(Fill fill) {
        if (!isOpen() || fill.qtyE8() > openQtyE8()) {
            throw new IllegalStateException(
                    "order " + orderId + " is " + status + " with " + openQtyE8() + " open and can't take " + fill);
        }
        filledE8 += fill.qtyE8();
        quoteE8 += fill.quoteE8();
        status = openQtyE8() == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        updatedAtMs = fill.timeMs();
    }

    void close(OrderStatus finalStatus, ExpiryReason reason, long timeMs) {
        status = finalStatus;
        expiry = reason;
        updatedAtMs = timeMs;
    }

    OrderView view() {
        return new OrderView(
                request.symbol(),
                orderId,
                clientOrderId,
                request.side(),
                request.type(),
                originalType,
                request.timeInForce(),
                request.qtyE8(),
                request.priceE8(),
                filledE8,
                quoteE8,
                request.reduceOnly(),
                closePosition,
                status,
                expiry,
                placedAtMs,
                updatedAtMs);
    }
}
