package dev.sextant.simulation.exchange;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.venue.VenueOrder;
import java.util.List;
import java.util.Optional;

/** What an exchange shows of orders, as of a moment. */
public interface OrderReads {

    /** A moment that a read shows: now, or a little while ago. */
    long momentOfRead();

    /** The newest order with an id. */
    Optional<VenueOrder> find(String clientOrderId, long momentMs);

    List<VenueOrder> openOrders(Symbol symbol, long momentMs);

    List<Fill> fillsSince(Symbol symbol, long sinceMs, long momentMs);
}
