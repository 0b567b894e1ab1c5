package dev.sextant.domain.venue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A venue that passes everything on to another one; whoever extends it changes an answer or watches one. */
public abstract class DelegatingVenue implements TradingVenue {

    /** The other one. */
    protected final TradingVenue venue;

    /** @param venue gets every question that is not overridden */
    protected DelegatingVenue(TradingVenue venue) {
        this.venue = venue;
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        return venue.place(request, signedAtMs);
    }

    @Override
    public Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
        return venue.find(symbol, clientOrderId, type);
    }

    @Override
    public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
        return venue.cancel(symbol, clientOrderId, type);
    }

    @Override
    public List<VenueOrder> openOrders(Symbol symbol) throws VenueUnavailableException {
        return venue.openOrders(symbol);
    }

    @Override
    public List<Fill> fillsSince(Symbol symbol, long sinceMs) throws VenueUnavailableException {
        return venue.fillsSince(symbol, sinceMs);
    }

    @Override
    public List<Fill> fillsOf(VenueOrder order, long sinceMs) throws VenueUnavailableException {
        return venue.fillsOf(order, sinceMs);
    }

    @Override
    public List<VenuePosition> positions() throws VenueUnavailableException {
        return venue.positions();
    }

    @Override
    public Map<String, BigDecimal> balances() throws VenueUnavailableException {
        return venue.balances();
    }

    @Override
    public long venueTimeMs() throws VenueUnavailableException {
        return venue.venueTimeMs();
    }
}
