package dev.sextant.domain.venue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The private side of an exchange account. Reads may be retried by the implementation; {@link #place} never is.
 */
public interface TradingVenue {

    /**
     * Sends one order, once. The signed timestamp must be the one that was taken before the claim.
     *
     * @param signedAtMs venue time to sign with; together with the receive window it bounds how late the venue may
     *     still accept
     */
    Placement place(OrderRequest request, long signedAtMs);

    /** Asks for one order by our id. The type tells which of the venue's services holds it. */
    Lookup find(Symbol symbol, String clientOrderId, OrderType type);

    /** Asks the venue to cancel one order. Safe to repeat. */
    Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type);

    /** Everything open for a symbol, conditional orders included. */
    List<VenueOrder> openOrders(Symbol symbol) throws VenueUnavailableException;

    /** Executions of a symbol since a venue time, oldest first, all pages. */
    List<Fill> fillsSince(Symbol symbol, long sinceMs) throws VenueUnavailableException;

    /**
     * Executions of one order.
     *
     * @param sinceMs venue time before which it had none
     */
    default List<Fill> fillsOf(VenueOrder order, long sinceMs) throws VenueUnavailableException {
        return fillsSince(order.symbol(), sinceMs).stream()
                .filter(fill -> fill.venueOrderId().equals(order.fillsOrderId()))
                .toList();
    }

    /** Positions that are not flat. */
    List<VenuePosition> positions() throws VenueUnavailableException;

    /** Wallet balance per asset, unrealised profit not included. */
    Map<String, BigDecimal> balances() throws VenueUnavailableException;

    /** The venue's clock, as this caller measures it: corrected for half the round trip. */
    long venueTimeMs() throws VenueUnavailableException;
}
