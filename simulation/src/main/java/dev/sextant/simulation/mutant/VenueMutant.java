package dev.sextant.simulation.mutant;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A venue that passes everything on; a mutant changes one answer. */
class VenueMutant implements TradingVenue {

    final TradingVenue venue;

    VenueMutant(TradingVenue venue) {
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
