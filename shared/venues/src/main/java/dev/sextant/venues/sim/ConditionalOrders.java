package dev.sextant.venues.sim;

import dev.sextant.venues.sim.algo.AlgoStatus;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import dev.sextant.venues.sim.algo.WorkingType;
import dev.sextant.venues.sim.event.VenueEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.NewOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Watches the prices for conditional orders and sends the market orders of those that trigger. */
final class ConditionalOrders {

    private static final int MAX_WAITING = 200;

    private final AlgoIndex algos;
    private final Matching matching;
    private final Holdings holdings;

    ConditionalOrders(AlgoIndex algos, Matching matching, Holdings holdings) {
        this.algos = algos;
        this.matching = matching;
        this.holdings = holdings;
    }

    /** What stands against accepting the request, or null. */
    @Nullable
    Refusal check(NewAlgoOrder request, SymbolMarket market, long nowMs) {
        Instrument instrument = market.instrument;
        if (nowMs > request.validUntilMs()) {
            return Refusal.TOO_LATE;
        }
        if (algos.isClientIdWaiting(request.clientAlgoId())) {
            return Refusal.DUPLICATE_CLIENT_ID;
        }
        if (algos.waiting(null).size() >= MAX_WAITING) {
            return Refusal.TOO_MANY_ALGO_ORDERS;
        }
        if (request.closePosition() && request.qtyE8() != 0) {
            return Refusal.QUANTITY_WITH_CLOSE_POSITION;
        }
        Refusal refusal = request.closePosition()
                ? null
                : OrderChecks.checkQuantity(request.qtyE8(), instrument, instrument.marketLot());
        if (refusal == null) {
            refusal = OrderChecks.checkPrice(request.triggerPriceE8(), instrument);
        }
        long priceE8 = price(market, request.workingType());
        return refusal == null && priceE8 > 0 && request.isTriggeredBy(priceE8) ? Refusal.WOULD_TRIGGER : refusal;
    }

    private static long price(SymbolMarket market, WorkingType workingType) {
        return workingType == WorkingType.MARK_PRICE ? market.markE8() : market.lastPriceE8();
    }

    /** Triggers what the present price of this kind reaches. */
    void priceMoved(SymbolMarket market, WorkingType workingType, long nowMs, List<VenueEvent> out) {
        for (LiveAlgo algo : algos.waiting(market.instrument.symbol())) {
            boolean reached =
                    algo.request.workingType() == workingType && algo.request.isTriggeredBy(price(market, workingType));
            if (reached && algo.isWaiting()) {
                long positionE8 = holdings.positionQtyE8(market.instrument.symbol());
                trigger(market, algo, nowMs, out);
                settle(market, positionE8, nowMs, out);
            }
        }
    }

    private void trigger(SymbolMarket market, LiveAlgo algo, long nowMs, List<VenueEvent> out) {
        move(algo, AlgoStatus.TRIGGERING, nowMs, out);
        NewAlgoOrder request = algo.request;
        long positionE8 = holdings.positionQtyE8(request.symbol());
        if (request.onlyReduces() && !request.side().reduces(positionE8)) {
            algo.reject(Refusal.REDUCE_ONLY.text(), nowMs);
            out.add(new VenueEvent.AlgoReport(algo.view(), nowMs));
            return;
        }
        long qtyE8 = request.closePosition() ? Math.abs(positionE8) : request.qtyE8();
        NewOrder triggered = NewOrder.market(request.symbol(), request.side(), qtyE8, request.clientAlgoId());
        LiveOrder order = matching.accept(
                request.onlyReduces() ? triggered.asReduceOnly() : triggered,
                request.type().name(),
                request.closePosition(),
                nowMs,
                out);
        algo.became(order);
        move(algo, AlgoStatus.TRIGGERED, nowMs, out);
        matching.work(market, order, nowMs, out);
        move(algo, AlgoStatus.FINISHED, nowMs, out);
    }

    /** If the position isn't what it was, expires the orders that were there to close it and can't any more. */
    void settle(SymbolMarket market, long positionBeforeE8, long nowMs, List<VenueEvent> out) {
        long positionE8 = holdings.positionQtyE8(market.instrument.symbol());
        if (positionE8 == positionBeforeE8) {
            return;
        }
        matching.expireConflicts(market, nowMs, out);
        for (LiveAlgo algo : algos.waiting(market.instrument.symbol())) {
            if (algo.request.closePosition() && !algo.request.side().reduces(positionE8)) {
                move(algo, AlgoStatus.EXPIRED, nowMs, out);
            }
        }
    }

    /** Moves a waiting order and reports it. */
    void move(LiveAlgo algo, AlgoStatus status, long nowMs, List<VenueEvent> out) {
        algo.move(status, nowMs);
        out.add(new VenueEvent.AlgoReport(algo.view(), nowMs));
    }
}
