package dev.sextant.venues.kraken.trade;

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
import org.jspecify.annotations.Nullable;

/**
 * Kraken, opened when it is first asked: a function is put together before it may ask anything, perhaps in a snapshot that
 * many copies are restored from, and a venue that is away must not keep it from starting. Safe for several threads.
 */
public final class LazyKraken implements TradingVenue {

    /** How it is opened. */
    @FunctionalInterface
    public interface Opening {
        KrakenVenue open() throws VenueUnavailableException;
    }

    private final Opening opening;
    private @Nullable KrakenVenue opened;

    public LazyKraken(Opening opening) {
        this.opening = opening;
    }

    /**
     * The venue itself.
     *
     * @throws VenueUnavailableException when it can't be opened now; the next caller tries again
     */
    public synchronized KrakenVenue open() throws VenueUnavailableException {
        KrakenVenue now = opened;
        if (now == null) {
            now = opening.open();
            opened = now;
        }
        return now;
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        try {
            return open().place(request, signedAtMs);
        } catch (VenueUnavailableException e) {
            return new Placement.Rejected(Placement.NOT_SENT, String.valueOf(e.getMessage()), true, false);
        }
    }

    @Override
    public Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
        try {
            return open().find(symbol, clientOrderId, type);
        } catch (VenueUnavailableException e) {
            return new Lookup.Unknown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
        try {
            return open().cancel(symbol, clientOrderId, type);
        } catch (VenueUnavailableException e) {
            return new Cancellation.Unknown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<VenueOrder> openOrders(Symbol symbol) throws VenueUnavailableException {
        return open().openOrders(symbol);
    }

    @Override
    public List<Fill> fillsSince(Symbol symbol, long sinceMs) throws VenueUnavailableException {
        return open().fillsSince(symbol, sinceMs);
    }

    @Override
    public List<VenuePosition> positions() throws VenueUnavailableException {
        return open().positions();
    }

    @Override
    public Map<String, BigDecimal> balances() throws VenueUnavailableException {
        return open().balances();
    }

    @Override
    public long venueTimeMs() throws VenueUnavailableException {
        return open().venueTimeMs();
    }
}
