package dev.sextant.local.scenario;

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

/** The real adapter, except that the sandbox that uses it can end right before or right after an order is sent. */
final class MortalVenue implements TradingVenue {

    /** Where the next placement ends the sandbox. */
    enum Death {
        NEVER,
        BEFORE_SENDING,
        AFTER_SENDING
    }

    private final TradingVenue real;
    private Death death = Death.NEVER;
    private Runnable beforePlacing = () -> {};

    MortalVenue(TradingVenue real) {
        this.real = real;
    }

    void dies(Death when) {
        death = when;
    }

    /** Something happens elsewhere once the next order is claimed and before it leaves. */
    void beforePlacing(Runnable meanwhile) {
        beforePlacing = meanwhile;
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        Death when = death;
        death = Death.NEVER;
        Runnable meanwhile = beforePlacing;
        beforePlacing = () -> {};
        meanwhile.run();
        if (when == Death.BEFORE_SENDING) {
            throw new Died("before sending");
        }
        Placement placement = real.place(request, signedAtMs);
        if (when == Death.AFTER_SENDING) {
            throw new Died("after sending");
        }
        return placement;
    }

    @Override
    public Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
        return real.find(symbol, clientOrderId, type);
    }

    @Override
    public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
        return real.cancel(symbol, clientOrderId, type);
    }

    @Override
    public List<VenueOrder> openOrders(Symbol symbol) throws VenueUnavailableException {
        return real.openOrders(symbol);
    }

    @Override
    public List<Fill> fillsSince(Symbol symbol, long sinceMs) throws VenueUnavailableException {
        return real.fillsSince(symbol, sinceMs);
    }

    @Override
    public List<VenuePosition> positions() throws VenueUnavailableException {
        return real.positions();
    }

    @Override
    public Map<String, BigDecimal> balances() throws VenueUnavailableException {
        return real.balances();
    }

    @Override
    public long venueTimeMs() throws VenueUnavailableException {
        return real.venueTimeMs();
    }
}
