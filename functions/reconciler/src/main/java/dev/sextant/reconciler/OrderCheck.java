package dev.sextant.reconciler;

import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.OrderInquiry;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Settles unfinished orders during one pass. "Not found" is weak evidence: it takes the horizon, answers of several
 * passes and the agreement of open orders and position before an order is quarantined, and the whole quarantine with
 * the same agreement at its end before it counts as never placed.
 */
final class OrderCheck {

    static final String SOURCE = "reconciler";

    /** A claim younger than this may still be on its way: found it is booked, not found says nothing. */
    static final long RECENT_MS = 5_000;

    /** Receive window 2 s + clock 1 s + engine 10 s + visibility, rounded up (reliability: horizon H). */
    static final long HORIZON_MS = 60_000;

    static final int NOT_FOUND_CHECKS = 2;

    /** Of an order that a wrong clock stamped nobody knows the age; passes may follow each other on demand. */
    static final int UNDATED_CHECKS = 12;

    /** About an hour of passes, of an order that rested. */
    static final int VANISHED_CHECKS = 60;

    static final long QUARANTINE_MS = 3_600_000;

    private final OrderStore orders;
    private final TradingVenue venue;
    private final Portfolio portfolio;
    private final Footprint footprint;
    private final OrderInquiry inquiry;
    private final Set<IntentId> counted = new HashSet<>();

    /** Of a futures account. */
    OrderCheck(OrderStore orders, TradingVenue venue, Portfolio portfolio) {
        this(orders, venue, portfolio, Footprint.FUTURES);
    }

    OrderCheck(OrderStore orders, TradingVenue venue, Portfolio portfolio, Footprint footprint) {
        this.footprint = footprint;
        this.orders = orders;
        this.venue = venue;
        this.portfolio = portfolio;
        this.inquiry = new OrderInquiry(venue);
    }

    /** True when an answer may still be on its way, so that both sides may differ for a moment. */
    static boolean onItsWay(StoredOrder order, long nowMs) {
        return switch (order.state()) {
            case SENDING, OPEN, PARTIALLY_FILLED -> true;
            case UNKNOWN -> order.sinceClaimMs(nowMs) < HORIZON_MS;
            case QUARANTINED,
                    NEW,
                    RISK_REJECTED,
                    APPROVED,
                    BLOCKED,
                    EXPIRED_UNSENT,
                    FILLED,
                    REJECTED,
                    CANCELED,
                    EXPIRED,
                    NOT_PLACED -> false;
        };
    }

    /** True while "not found" says little of an order that was sent: too early, or not answered often enough. */
    static boolean mayAppear(StoredOrder order, long nowMs) {
        boolean inDoubt = order.state() == OrderState.SENDING || order.state() == OrderState.UNKNOWN;
        return inDoubt && (order.sinceClaimMs(nowMs) < HORIZON_MS || order.notFoundChecks() < NOT_FOUND_CHECKS);
    }

    /** Looks the order up and books what is learnt; answers whether anything changed. */
    boolean settle(StoredOrder order, long nowMs) throws VenueUnavailableException {
        return switch (venue.find(
                order.symbol(), order.request().clientOrderId(), order.request().type())) {
            case Lookup.Found found -> found(order, found.order(), nowMs);
            case Lookup.NotFound none -> notFound(order, nowMs);
            case Lookup.Unknown unknown -> throw new VenueUnavailableException(unknown.reason());
        };
    }

    private boolean found(StoredOrder order, VenueOrder seen, long nowMs) throws VenueUnavailableException {
        boolean changed =
                orders.report(inquiry.report(order, seen, SOURCE, nowMs)).changed();
        if (order.cancelRequestedAtMs() != null && seen.status() == VenueOrder.Status.OPEN) {
            venue.cancel(
                    order.symbol(),
                    order.request().clientOrderId(),
                    order.request().type());
        }
        return changed;
    }

    private boolean notFound(StoredOrder order, long nowMs) throws VenueUnavailableException {
        return switch (order.state()) {
            case SENDING -> order.sinceClaimMs(nowMs) >= RECENT_MS && doubtful(order, nowMs);
            case UNKNOWN -> quarantineWhenDue(order, nowMs);
            case QUARANTINED -> endWhenDue(order, nowMs);
            case OPEN, PARTIALLY_FILLED -> vanished(order, nowMs);
            case NEW,
                    RISK_REJECTED,
                    APPROVED,
                    BLOCKED,
                    EXPIRED_UNSENT,
                    FILLED,
                    REJECTED,
                    CANCELED,
                    EXPIRED,
                    NOT_PLACED -> false;
        };
    }

    /** This answer is the first of those that quarantine it. */
    private boolean doubtful(StoredOrder order, long nowMs) {
        boolean changed =
                report(order, OrderTrigger.OUTCOME_UNKNOWN, "no answer was booked and it is not found", nowMs);
        if (counted.add(order.id())) {
            orders.countNotFound(order.id());
        }
        return changed;
    }

    /** The venue had acknowledged it: some forget such an order for half an hour, so it takes an hour of passes to end it. */
    private boolean vanished(StoredOrder order, long nowMs) throws VenueUnavailableException {
        if (!counted.add(order.id())) {
            return false;
        }
        int checks = orders.countNotFound(order.id());
        return checks >= VANISHED_CHECKS
                && end(order, OrderTrigger.VENUE_CANCELED, "no longer known, asked " + checks + " times", nowMs);
    }

    private boolean quarantineWhenDue(StoredOrder order, long nowMs) throws VenueUnavailableException {
        if (!counted.add(order.id())) {
            // Asked twice in one pass is one answer.
            return false;
        }
        int checks = orders.countNotFound(order.id());
        long ageMs = order.sinceClaimMs(nowMs);
        int needed = ageMs == StoredOrder.LONG_AGO ? UNDATED_CHECKS : NOT_FOUND_CHECKS;
        boolean due = checks >= needed && ageMs >= HORIZON_MS;
        return due && end(order, OrderTrigger.NOT_FOUND, "not found " + checks + " times", nowMs);
    }

    private boolean endWhenDue(StoredOrder order, long nowMs) throws VenueUnavailableException {
        Long sinceMs = order.quarantinedAtMs();
        boolean due = sinceMs != null && nowMs - sinceMs >= QUARANTINE_MS;
        return due && end(order, OrderTrigger.QUARANTINE_ENDED, "never appeared at the venue", nowMs);
    }

    /** Believes "not found" only when nothing else at the venue speaks for the order. */
    private boolean end(StoredOrder order, OrderTrigger trigger, String reason, long nowMs)
            throws VenueUnavailableException {
        Optional<VenueOrder> open = venue.openOrders(order.symbol()).stream()
                .filter(seen -> seen.clientOrderId().equals(order.request().clientOrderId()))
                .findFirst();
        if (open.isPresent()) {
            return found(order, open.get(), nowMs);
        }
        Positions positions = Positions.read(order.account(), venue, portfolio);
        return footprint.of(order.symbol()).stream().allMatch(positions::agree)
                && report(order, trigger, reason, nowMs);
    }

    private boolean report(StoredOrder order, OrderTrigger trigger, String reason, long nowMs) {
        Reported reported = orders.report(OrderReport.of(order.id(), SOURCE, trigger, null, reason, nowMs));
        return reported.changed();
    }
}
