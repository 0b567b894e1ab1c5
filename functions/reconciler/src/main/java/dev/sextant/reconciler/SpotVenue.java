package dev.sextant.reconciler;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.venue.DelegatingVenue;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.util.List;

/** A spot venue whose balances are positions, so that both sides are compared as elsewhere. It places nothing. */
final class SpotVenue extends DelegatingVenue {

    SpotVenue(TradingVenue venue) {
        super(venue);
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
}
