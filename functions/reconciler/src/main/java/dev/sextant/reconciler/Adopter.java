package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books what an order of somebody else did to a trade of ours as the trade's close: the account's owner sold the position
 * at the exchange, or the exchange did. Only the exchange's own executions are booked, and only when they bring the
 * booked position nearer to the exchange's. Sends nothing.
 */
public final class Adopter {

    private static final Logger LOG = LoggerFactory.getLogger(Adopter.class);
    private static final String SOURCE = "reconciler";
    private static final String VENUE = "BINANCE";

    /**
     * An order whose newest execution is younger than this may have others that the venue does not show yet, unless the
     * private stream has told how much it filled in all. What is adopted in part is never adopted again.
     */
    static final long SETTLED_MS = 10_000;

    /** An order that can't be adopted, in words for who asked. */
    private static final class NotAdoptable extends Exception {
        private static final long serialVersionUID = 1L;

        NotAdoptable(String why) {
            super(why);
        }
    }

    private final OrderStore orders;
    private final TradingVenue venue;
    private final Portfolio portfolio;
    private final Adoptions adoptions;

    public Adopter(OrderStore orders, TradingVenue venue, Portfolio portfolio, Adoptions adoptions) {
        this.orders = orders;
        this.venue = venue;
        this.portfolio = portfolio;
        this.adoptions = adoptions;
    }

    /** Adopts what waits. What the venue can't be asked about now goes on waiting. */
    public void run(Account account, long nowMs) {
        for (Adoptions.Wanted wanted : adoptions.wanted(account)) {
            try {
                adopt(account, wanted, nowMs);
            } catch (NotAdoptable e) {
                refuse(wanted, String.valueOf(e.getMessage()), nowMs);
            } catch (VenueUnavailableException e) {
                LOG.warn("order {} is not adopted yet: {}", wanted.venueOrderId(), e.getMessage());
            }
        }
    }

    private void adopt(Account account, Adoptions.Wanted wanted, long nowMs)
            throws NotAdoptable, VenueUnavailableException {
        OpenTrade trade = tradeOf(account, wanted.symbol());
        requireForeign(account, wanted, nowMs);
        List<Fill> fills = fillsOf(trade, wanted);
        Quantity quantity = fills.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
        requireFit(trade, wanted, fills, quantity);
        requireNearer(account, trade, quantity);
        OrderIntent intent = OrderIntent.exit(
                trade,
                VENUE,
                Purpose.CLOSE,
                OrderType.MARKET,
                quantity,
                null,
                wanted.kind() + ":" + wanted.venueOrderId());
        String told = "order " + wanted.venueOrderId() + " closed " + quantity + " of " + trade.open() + " "
                + wanted.symbol() + " in " + fills.size() + (fills.size() == 1 ? " execution" : " executions");
        OrderReport report = new OrderReport(
                intent.id(),
                SOURCE,
                OrderTrigger.VENUE_FILLED,
                wanted.venueOrderId(),
                null,
                quantity,
                fills,
                null,
                told,
                nowMs);
        Optional<String> refusal = adoptions.book(wanted, intent, report);
        if (refusal.isPresent()) {
            throw new NotAdoptable(refusal.get());
        }
        LOG.warn("{} ({}, asked by {})", told, wanted.kind(), wanted.askedBy());
    }

    private OpenTrade tradeOf(Account account, Symbol symbol) throws NotAdoptable {
        List<OpenTrade> trades = orders.openTrades(account).stream()
                .filter(trade -> trade.symbol().equals(symbol) && !trade.open().isZero())
                .toList();
        if (trades.size() != 1) {
            throw new NotAdoptable(trades.size() + " trades of the desk are open in " + symbol + ", expected one");
        }
        return trades.getFirst();
    }

    /**
     * An exit of ours whose ids are not booked yet would be booked twice, as what it is and as somebody else's, and would
     * wait for its own fills for ever.
     */
    private void requireForeign(Account account, Adoptions.Wanted wanted, long nowMs)
            throws NotAdoptable, VenueUnavailableException {
        for (StoredOrder order : orders.unfinished(account)) {
            if (order.symbol().equals(wanted.symbol()) && !order.purpose().addsExposure()) {
                requireAnother(order, wanted.venueOrderId(), nowMs);
            }
        }
    }

    private void requireAnother(StoredOrder ours, String id, long nowMs)
            throws NotAdoptable, VenueUnavailableException {
        String clientId = ours.request().clientOrderId();
        switch (venue.find(ours.symbol(), clientId, ours.request().type())) {
            case Lookup.Found(VenueOrder seen) -> {
                if (id.equals(seen.venueOrderId()) || id.equals(seen.executingOrderId())) {
                    throw new NotAdoptable("order " + id + " is the desk's own " + ours.purpose() + " " + clientId);
                }
            }
            case Lookup.NotFound _ -> {
                if (OrderCheck.mayAppear(ours, nowMs)) {
                    throw new VenueUnavailableException(
                            "order " + clientId + " of the desk may still be on its way, and be this one");
                }
            }
            case Lookup.Unknown(String reason) -> throw new VenueUnavailableException(reason);
        }
    }

    /** The executions of the order since the trade began; one that still rests may go on filling. */
    private List<Fill> fillsOf(OpenTrade trade, Adoptions.Wanted wanted)
            throws NotAdoptable, VenueUnavailableException {
        String id = wanted.venueOrderId();
        if (venue.openOrders(trade.symbol()).stream()
                .anyMatch(order -> order.fillsOrderId().equals(id))) {
            throw new NotAdoptable(
                    "order " + id + " still rests at the exchange; cancel it or wait until it is filled");
        }
        // By the venue's clock, for ours may be ahead; and before the executions, for we may stand still in between.
        long askedAtMs = venue.venueTimeMs();
        List<Fill> fills = venue.fillsSince(trade.symbol(), trade.firstFillAtMs()).stream()
                .filter(fill -> fill.venueOrderId().equals(id))
                .toList();
        if (fills.isEmpty()) {
            throw new NotAdoptable("the exchange knows no execution of an order " + id + " in " + trade.symbol()
                    + " since the trade was opened");
        }
        requireAll(wanted, fills, askedAtMs);
        return fills;
    }

    private static void requireAll(Adoptions.Wanted wanted, List<Fill> fills, long askedAtMs)
            throws NotAdoptable, VenueUnavailableException {
        Quantity shown = fills.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
        Quantity whole = wanted.whole();
        if (whole != null && shown.compareTo(whole) >= 0) {
            return;
        }
        long ageMs =
                askedAtMs - fills.stream().mapToLong(Fill::filledAtMs).max().orElseThrow();
        if (ageMs < SETTLED_MS) {
            throw new VenueUnavailableException("its newest execution is " + ageMs
                    + " ms old, and others may be shown within " + SETTLED_MS + " ms");
        }
        if (whole != null) {
            throw new NotAdoptable("the exchange shows " + shown + " of the " + whole + " that order "
                    + wanted.venueOrderId() + " has filled");
        }
    }

    private static void requireFit(OpenTrade trade, Adoptions.Wanted wanted, List<Fill> fills, Quantity quantity)
            throws NotAdoptable {
        Direction direction = trade.plan().direction();
        Side closing = Side.opening(direction).opposite();
        if (fills.stream().anyMatch(fill -> fill.side() != closing)) {
            throw new NotAdoptable("order " + wanted.venueOrderId() + " has "
                    + (closing == Side.BUY ? "sold" : "bought") + ", which does not close a "
                    + direction.name().toLowerCase(Locale.ROOT));
        }
        if (quantity.compareTo(trade.open()) > 0) {
            throw new NotAdoptable("order " + wanted.venueOrderId() + " filled " + quantity + ", the trade holds only "
                    + trade.open() + ": the rest is a position that the desk does not know");
        }
    }

    private void requireNearer(Account account, OpenTrade trade, Quantity quantity)
            throws NotAdoptable, VenueUnavailableException {
        Positions positions = Positions.read(account, venue, portfolio);
        BigDecimal moved = quantity.value()
                .multiply(BigDecimal.valueOf(
                        -Side.opening(trade.plan().direction()).sign()));
        BigDecimal apart = positions.difference(trade.symbol());
        if (apart.add(moved).abs().compareTo(apart.abs()) >= 0) {
            throw new NotAdoptable("the booked position differs from the exchange's by " + apart.toPlainString()
                    + "; booking " + moved.toPlainString() + " would not bring them together");
        }
    }

    private void refuse(Adoptions.Wanted wanted, String why, long nowMs) {
        Long demand = wanted.id();
        if (demand == null) {
            LOG.error(
                    "{} order {} in {} is not booked: {}", wanted.kind(), wanted.venueOrderId(), wanted.symbol(), why);
        } else {
            adoptions.refuse(demand, why, nowMs);
        }
    }
}
