package dev.sextant.venues.sim;

import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.order.Side;
import java.util.ArrayList;
import java.util.List;

/** Our resting limit orders of one symbol, in price-time priority. */
final class RestingOrders {

    private final List<LiveOrder> buys = new ArrayList<>();
    private final List<LiveOrder> sells = new ArrayList<>();

    /** Queues an order by price, and by time at the same price. */
    void add(LiveOrder order) {
        List<LiveOrder> side = side(order.side());
        int index = 0;
        while (index < side.size() && !comesBefore(order, side.get(index))) {
            index++;
        }
        side.add(index, order);
    }

    /** Whoever offers the other party more goes first: the higher bid, the lower ask. */
    private static boolean comesBefore(LiveOrder order, LiveOrder queued) {
        return order.side().isBetter(queued.request.priceE8(), order.request.priceE8());
    }

    void remove(LiveOrder order) {
        side(order.side()).remove(order);
    }

    /** The orders a public trade can fill, in the order of their turn. */
    List<LiveOrder> reachedBy(MarketEvent.Trade trade) {
        if (buys.isEmpty() && sells.isEmpty()) {
            return List.of();
        }
        List<LiveOrder> reached = new ArrayList<>();
        for (Side side : Side.values()) {
            for (LiveOrder order : side(side)) {
                if (isThrough(order, trade) || isAtPrice(order, trade)) {
                    reached.add(order);
                }
            }
        }
        return reached;
    }

    /** The trade happened beyond our price: whoever got that price had to pass our order first. */
    static boolean isThrough(LiveOrder order, MarketEvent.Trade trade) {
        return order.side().isBetter(trade.priceE8(), order.request.priceE8());
    }

    /** The trade happened at our price and its taker was on the other side. */
    private static boolean isAtPrice(LiveOrder order, MarketEvent.Trade trade) {
        Side taker = trade.buyerIsMaker() ? Side.SELL : Side.BUY;
        return trade.priceE8() == order.request.priceE8() && taker != order.side();
    }

    private List<LiveOrder> side(Side side) {
        return side == Side.BUY ? buys : sells;
    }
}
