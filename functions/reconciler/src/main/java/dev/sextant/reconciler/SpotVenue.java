package dev.sextant.reconciler;

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

/** A spot venue whose balances are positions, so that both sides are compared as elsewhere. It places nothing. */
final class SpotVenue implements TradingVenue {

    private final TradingVenue venue;

    SpotVenue(TradingVenue venue) {
        this.venue = venue;
    }

    @Override
    public List<VenuePosition> positions() throws VenueUnavailableException {
        return venue.balances().entrySet().stream()
                .filter(balance -> balance.getValue().signum() != 0)
                .map(balance -> new VenuePosition(new Symbol(balance.getKey()), balance.getValue(), BigDecimal.ZERO))
                .toList();
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        throw new UnsupportedOperationException("a reconciler places nothing");
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
    public Map<String, BigDecimal> balances() throws VenueUnavailableException {
        return venue.balances();
    }

    @Override
    public long venueTimeMs() throws VenueUnavailableException {
        return venue.venueTimeMs();
    }
}
