package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.MalformedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Asks for orders. */
final class OrderReads {

    /** Closed orders are looked for from this long before one was sent, in case clocks disagree. */
    private static final long MARGIN_MS = 60_000;

    private static final int MOST_QUERIED = 50;

    private final RepeatableCalls calls;
    private final OrderReader reader;

    OrderReads(RepeatableCalls calls, KrakenNames names) {
        this.calls = calls;
        this.reader = new OrderReader(names);
    }

    /** Open orders first, closed ones after: an order that ends in between shows up twice instead of not at all. */
    Lookup find(Symbol pair, String clientOrderId, long sentAtMs) {
        ClientOrderId.required(clientOrderId);
        try {
            List<ReportedOrder> found = new ArrayList<>(
                    reader.orders(calls.read(Calls.openOrders(clientOrderId)).object("open")));
            found.addAll(closed(offset -> Calls.closedOrders(clientOrderId, sentAtMs - MARGIN_MS, offset)));
            return lookup(pair, clientOrderId, found);
        } catch (VenueUnavailableException e) {
            return new Lookup.Unknown(String.valueOf(e.getMessage()));
        } catch (MalformedJson e) {
            return new Lookup.Unknown("order " + clientOrderId + ": " + e.getMessage());
        }
    }

    /** Only what carries our id is ours. An answer with anything else was not about our order, so it proves nothing. */
    private static Lookup lookup(Symbol pair, String clientOrderId, List<ReportedOrder> found) {
        if (found.isEmpty()) {
            return new Lookup.NotFound();
        }
        ReportedOrder last = found.getLast();
        for (ReportedOrder each : found) {
            if (!each.order().clientOrderId().equals(clientOrderId)
                    || !each.order().symbol().equals(pair)
                    || !each.order().venueOrderId().equals(last.order().venueOrderId())) {
                return new Lookup.Unknown("asked for " + pair + " order " + clientOrderId + ", the answer has "
                        + each.order().symbol() + " order '" + each.order().clientOrderId() + "' ("
                        + each.order().venueOrderId() + ") among " + found.size());
            }
        }
        return new Lookup.Found(last.order());
    }

    List<ReportedOrder> open() throws VenueUnavailableException {
        try {
            return reader.orders(calls.read(Calls.openOrders()).object("open"));
        } catch (MalformedJson e) {
            throw new VenueUnavailableException("open orders: " + e.getMessage(), e);
        }
    }

    /** Orders by the venue's ids, any number of them. */
    List<ReportedOrder> byVenueId(List<String> txids) throws VenueUnavailableException {
        List<ReportedOrder> orders = new ArrayList<>();
        try {
            for (int from = 0; from < txids.size(); from += MOST_QUERIED) {
                List<String> some = txids.subList(from, Math.min(from + MOST_QUERIED, txids.size()));
                orders.addAll(reader.orders(calls.read(Calls.queryOrders(some))));
            }
            return List.copyOf(orders);
        } catch (MalformedJson e) {
            throw new VenueUnavailableException("orders: " + e.getMessage(), e);
        }
    }

    private List<ReportedOrder> closed(IntFunction<KrakenCall> page) throws VenueUnavailableException, MalformedJson {
        List<ReportedOrder> orders = new ArrayList<>();
        for (var entry : new Pages(calls).all(page, "closed").entrySet()) {
            orders.add(reader.order(entry.getKey(), entry.getValue()));
        }
        return orders;
    }
}
