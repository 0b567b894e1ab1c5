package dev.sextant.venues.sim;

import dev.sextant.venues.sim.book.Level;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.instrument.LotFilter;
import dev.sextant.venues.sim.instrument.Quote;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderType;
import dev.sextant.venues.sim.order.Side;
import dev.sextant.venues.sim.order.TimeInForce;
import org.jspecify.annotations.Nullable;

/** What an order must satisfy before the book accepts it, in the order the venue looks. Null means nothing objects. */
final class OrderChecks {

    private final OrderIndex orders;
    private final Holdings holdings;
    private final Margin margin;

    OrderChecks(OrderIndex orders, Holdings holdings, Margin margin) {
        this.orders = orders;
        this.holdings = holdings;
        this.margin = margin;
    }

    @Nullable
    Refusal check(NewOrder order, SymbolMarket market, long nowMs) {
        Instrument instrument = market.instrument;
        if (nowMs > order.validUntilMs()) {
            return Refusal.TOO_LATE;
        }
        if (orders.isClientIdOpen(order.symbol(), order.clientOrderId())) {
            return Refusal.DUPLICATE_CLIENT_ID;
        }
        if (orders.open(order.symbol()).size() >= instrument.maxOrders()) {
            return Refusal.TOO_MANY_ORDERS;
        }
        boolean limit = order.type() == OrderType.LIMIT;
        Refusal refusal = checkQuantity(order.qtyE8(), instrument, limit ? instrument.lot() : instrument.marketLot());
        if (refusal == null && limit) {
            refusal = checkPrice(order.priceE8(), instrument);
        }
        if (refusal == null) {
            refusal = order.reduceOnly() ? checkReduces(order) : checkAffordable(order, market);
        }
        if (refusal == null) {
            refusal = limit ? checkLimit(order, market) : checkMarket(order, market);
        }
        return refusal;
    }

    static @Nullable Refusal checkQuantity(long qtyE8, Instrument instrument, LotFilter lot) {
        if (instrument.isQuantityTooPrecise(qtyE8)) {
            return Refusal.TOO_PRECISE;
        }
        if (qtyE8 < lot.minE8()) {
            return Refusal.QUANTITY_TOO_SMALL;
        }
        if (qtyE8 > lot.maxE8()) {
            return Refusal.QUANTITY_TOO_LARGE;
        }
        return lot.isOnStep(qtyE8) ? null : Refusal.OFF_STEP;
    }

    static @Nullable Refusal checkPrice(long priceE8, Instrument instrument) {
        if (instrument.isPriceTooPrecise(priceE8)) {
            return Refusal.TOO_PRECISE;
        }
        if (priceE8 < instrument.price().minE8()) {
            return Refusal.PRICE_TOO_LOW;
        }
        if (priceE8 > instrument.price().maxE8()) {
            return Refusal.PRICE_TOO_HIGH;
        }
        return instrument.price().isOnTick(priceE8) ? null : Refusal.OFF_TICK;
    }

    private @Nullable Refusal checkReduces(NewOrder order) {
        return order.side().reduces(holdings.positionQtyE8(order.symbol())) ? null : Refusal.REDUCE_ONLY;
    }

    private @Nullable Refusal checkAffordable(NewOrder order, SymbolMarket market) {
        long priceE8 = order.type() == OrderType.LIMIT ? order.priceE8() : market.markE8();
        if (Quote.valueE8(priceE8, order.qtyE8()) < market.instrument.minNotionalE8()) {
            return Refusal.NOTIONAL_TOO_SMALL;
        }
        return margin.isUncovered(market, order.side(), order.qtyE8()) ? Refusal.INSUFFICIENT_MARGIN : null;
    }

    private static @Nullable Refusal checkLimit(NewOrder order, SymbolMarket market) {
        if (order.side() == Side.BUY && isTooHigh(order.priceE8(), market)) {
            return Refusal.ABOVE_PERCENT;
        }
        if (order.side() == Side.SELL && isTooLow(order.priceE8(), market)) {
            return Refusal.BELOW_PERCENT;
        }
        long oppositeE8 = market.liquidity.bestPriceE8(order.side().opposite());
        if (order.timeInForce() == TimeInForce.GTX && oppositeE8 > 0 && order.accepts(oppositeE8)) {
            return Refusal.GTX_WOULD_TAKE;
        }
        if (order.timeInForce() == TimeInForce.FOK && takeableE8(order, market) < order.qtyE8()) {
            return Refusal.FOK_NOT_FILLABLE;
        }
        return null;
    }

    private static long takeableE8(NewOrder order, SymbolMarket market) {
        return market.liquidity.takeable(order.side(), order::accepts, order.qtyE8()).stream()
                .mapToLong(Level::qtyE8)
                .sum();
    }

    private static @Nullable Refusal checkMarket(NewOrder order, SymbolMarket market) {
        long oppositeE8 = market.liquidity.bestPriceE8(order.side().opposite());
        if (oppositeE8 == 0) {
            return Refusal.UNABLE_TO_FILL;
        }
        boolean outside = order.side() == Side.BUY ? isTooHigh(oppositeE8, market) : isTooLow(oppositeE8, market);
        return outside ? Refusal.MARKET_OUTSIDE_PERCENT : null;
    }

    private static boolean isTooHigh(long priceE8, SymbolMarket market) {
        return market.markE8() > 0 && market.instrument.percent().isTooHigh(priceE8, market.markE8());
    }

    private static boolean isTooLow(long priceE8, SymbolMarket market) {
        return market.markE8() > 0 && market.instrument.percent().isTooLow(priceE8, market.markE8());
    }
}
