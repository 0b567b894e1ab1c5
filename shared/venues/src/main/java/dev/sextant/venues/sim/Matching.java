package dev.sextant.venues.sim;

import dev.sextant.venues.sim.book.Level;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.event.VenueEvent;
import dev.sextant.venues.sim.instrument.Quote;
import dev.sextant.venues.sim.model.QueueModel;
import dev.sextant.venues.sim.order.ExecutionType;
import dev.sextant.venues.sim.order.ExpiryReason;
import dev.sextant.venues.sim.order.Fill;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderStatus;
import dev.sextant.venues.sim.order.OrderType;
import dev.sextant.venues.sim.order.TimeInForce;
import java.util.List;

/** Moves accepted orders: takes from the book, rests, fills from public trades, closes. Reports go to {@code out}. */
final class Matching {

    private final OrderIndex orders;
    private final Holdings holdings;
    private final QueueModel queue;

    Matching(OrderIndex orders, Holdings holdings, QueueModel queue) {
        this.orders = orders;
        this.holdings = holdings;
        this.queue = queue;
    }

    /** Accepts a checked order. */
    LiveOrder accept(NewOrder request, String originalType, boolean closePosition, long nowMs, List<VenueEvent> out) {
        LiveOrder order = orders.add(request, originalType, closePosition, nowMs);
        out.add(new VenueEvent.OrderReport(ExecutionType.NEW, order.view(), null, nowMs));
        return order;
    }

    /** Lets an accepted order take what it may, and rests or expires the remainder. */
    void work(SymbolMarket market, LiveOrder order, long nowMs, List<VenueEvent> out) {
        for (Level level : market.liquidity.takeable(order.side(), order.request::accepts, fillableE8(order))) {
            market.liquidity.take(order.side(), level.priceE8(), level.qtyE8());
            fill(order, level.priceE8(), level.qtyE8(), false, nowMs, out);
        }
        if (order.isOpen()) {
            restOrExpire(market, order, nowMs, out);
        } else {
            orders.closed(order);
        }
    }

    private void restOrExpire(SymbolMarket market, LiveOrder order, long nowMs, List<VenueEvent> out) {
        if (order.request.reduceOnly() && fillableE8(order) == 0) {
            close(market, order, OrderStatus.EXPIRED, ExpiryReason.REDUCE_ONLY_CONFLICT, nowMs, out);
        } else if (order.request.type() == OrderType.MARKET) {
            close(market, order, OrderStatus.EXPIRED, ExpiryReason.MARKET_REMAINDER, nowMs, out);
        } else if (order.request.timeInForce() == TimeInForce.IOC || order.request.timeInForce() == TimeInForce.FOK) {
            close(market, order, OrderStatus.EXPIRED, ExpiryReason.IOC_REMAINDER, nowMs, out);
        } else {
            long shownE8 = market.liquidity.displayedE8(order.side(), order.request.priceE8());
            order.queueBehind(queue.aheadOnEntryE8(shownE8));
            market.resting.add(order);
        }
    }

    /** Lets a public trade fill resting orders, in turn, with no more than the quantity that traded. */
    void fillFrom(SymbolMarket market, MarketEvent.Trade trade, long nowMs, List<VenueEvent> out) {
        long leftE8 = trade.qtyE8();
        for (LiveOrder order : market.resting.reachedBy(trade)) {
            long reachingE8 = leftE8;
            if (RestingOrders.isThrough(order, trade)) {
                order.queueBehind(0);
            } else {
                long aheadE8 = order.aheadE8();
                order.queueBehind(queue.aheadAfterTradeE8(aheadE8, leftE8));
                reachingE8 = order.aheadE8() > 0 ? 0 : Math.max(0, leftE8 - aheadE8);
            }
            long qtyE8 = Math.min(reachingE8, fillableE8(order));
            if (qtyE8 > 0) {
                fill(order, order.request.priceE8(), qtyE8, true, nowMs, out);
                leftE8 -= qtyE8;
                if (!order.isOpen()) {
                    market.resting.remove(order);
                    orders.closed(order);
                }
            }
        }
    }

    /** Closes an open order. */
    void close(
            SymbolMarket market,
            LiveOrder order,
            OrderStatus status,
            ExpiryReason reason,
            long nowMs,
            List<VenueEvent> out) {
        order.close(status, reason, nowMs);
        market.resting.remove(order);
        orders.closed(order);
        ExecutionType execution = status == OrderStatus.CANCELED ? ExecutionType.CANCELED : ExecutionType.EXPIRED;
        out.add(new VenueEvent.OrderReport(execution, order.view(), null, nowMs));
    }

    /** Expires resting reduce-only orders that have nothing left to reduce. */
    void expireConflicts(SymbolMarket market, long nowMs, List<VenueEvent> out) {
        for (LiveOrder order : orders.open(market.instrument.symbol())) {
            if (order.request.reduceOnly() && fillableE8(order) == 0) {
                close(market, order, OrderStatus.EXPIRED, ExpiryReason.REDUCE_ONLY_CONFLICT, nowMs, out);
            }
        }
    }

    private long fillableE8(LiveOrder order) {
        if (!order.request.reduceOnly()) {
            return order.openQtyE8();
        }
        long positionE8 = holdings.positionQtyE8(order.request.symbol());
        return order.side().reduces(positionE8) ? Math.min(order.openQtyE8(), Math.abs(positionE8)) : 0;
    }

    private void fill(LiveOrder order, long priceE8, long qtyE8, boolean maker, long nowMs, List<VenueEvent> out) {
        Fill fill = holdings.book(order, priceE8, qtyE8, Quote.notionalE8(priceE8, qtyE8), maker, nowMs);
        out.add(new VenueEvent.OrderReport(ExecutionType.TRADE, order.view(), fill, nowMs));
        out.add(new VenueEvent.AccountReport(holdings.walletE8(), holdings.position(fill.symbol()), nowMs));
    }
}
