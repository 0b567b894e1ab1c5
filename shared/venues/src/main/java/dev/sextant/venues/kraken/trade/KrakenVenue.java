package dev.sextant.venues.kraken.trade;

import static java.util.Objects.requireNonNull;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.kraken.trade.time.KrakenClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Kraken spot as a {@link TradingVenue}: limit orders that trade at once or not at all, each sent once. Reduce-only is not
 * to be had on spot and is not sent: without margin nothing is sold that isn't there. Safe for several threads.
 */
public final class KrakenVenue implements TradingVenue {

    /** A closed order is looked for from this long before now: a desk may have been off since it was sent. */
    private static final long LOOK_BACK_MS = Duration.ofDays(30).toMillis();

    private final KrakenAccount account;
    private final KrakenClock clock;
    private final EpochClock wall;

    /** @param wall this machine's clock, from which looking back begins */
    public KrakenVenue(KrakenAccount account, KrakenClock clock, EpochClock wall) {
        this.account = account;
        this.clock = clock;
        this.wall = wall;
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        if (request.type() != OrderType.LIMIT_IOC) {
            return notSent("Kraken spot takes orders of type LIMIT_IOC here, this one is " + request.type());
        }
        try {
            return account.place(
                    new KrakenOrder(
                            request.symbol(),
                            request.clientOrderId(),
                            request.side(),
                            request.quantity(),
                            requireNonNull(request.limitPrice(), "a limited order has a limit price"),
                            TimeInForce.IOC),
                    signedAtMs);
        } catch (IllegalArgumentException e) {
            return notSent(String.valueOf(e.getMessage()));
        }
    }

    private static Placement notSent(String reason) {
        return new Placement.Rejected(Placement.NOT_SENT, reason, false, false);
    }

    /** {@inheritDoc} Closed orders are looked for among those of the last thirty days, by our id. */
    @Override
    public Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
        try {
            return account.find(symbol, clientOrderId, wall.nowMs() - LOOK_BACK_MS);
        } catch (IllegalArgumentException e) {
            return new Lookup.Unknown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
        try {
            return account.cancel(clientOrderId);
        } catch (IllegalArgumentException e) {
            return new Cancellation.Unknown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<VenueOrder> openOrders(Symbol symbol) throws VenueUnavailableException {
        return account.openOrders().stream()
                .map(ReportedOrder::order)
                .filter(order -> order.symbol().equals(symbol))
                .toList();
    }

    @Override
    public List<Fill> fillsSince(Symbol symbol, long sinceMs) throws VenueUnavailableException {
        return account.fillsSince(sinceMs).stream()
                .filter(fill -> fill.symbol().equals(symbol))
                .toList();
    }

    /** None: on spot there are balances. */
    @Override
    public List<VenuePosition> positions() {
        return List.of();
    }

    /** {@inheritDoc} In total, what orders hold included. */
    @Override
    public Map<String, BigDecimal> balances() throws VenueUnavailableException {
        Map<String, BigDecimal> totals = new TreeMap<>();
        account.balances().forEach((asset, balance) -> totals.put(asset, balance.balance()));
        return totals;
    }

    /** {@inheritDoc} The middle of what whole seconds prove of it. */
    @Override
    public long venueTimeMs() throws VenueUnavailableException {
        return clock.nowMs();
    }

    /** The clock orders are signed by: to settle it at start, for the health page, and to forget it after a restore. */
    public KrakenClock clock() {
        return clock;
    }

    /** The account in Kraken's own words: fees, tokens, the dead man's switch. */
    public KrakenAccount account() {
        return account;
    }
}
