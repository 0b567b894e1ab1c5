package dev.sextant.domain.venue;

import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.StoredOrder;
import java.time.Duration;
import java.util.List;

/**
 * Turns what a venue shows of an order into a report with the fills behind it. Shared by the placer and the reconciler,
 * so that both book the same facts.
 */
public final class OrderInquiry {

    /**
     * Fills are asked for from this long before the order was claimed. The claim is stamped by a clock that may be ahead of
     * the venue's by seconds, for an order that reduces exposure is sent then, too; a fill that is left out here is booked
     * never.
     */
    private static final long MARGIN_MS = 60_000;

    /** And this far back when a clock that was wrong stamped it: one window of what a venue answers at once. */
    private static final long UNDATED_MS = Duration.ofDays(7).minusMinutes(1).toMillis();

    private final TradingVenue venue;

    public OrderInquiry(TradingVenue venue) {
        this.venue = venue;
    }

    /**
     * The report of an order the venue has just shown.
     *
     * @throws VenueUnavailableException when its fills could not be read; nothing is lost, the next look brings them
     */
    public OrderReport report(StoredOrder order, VenueOrder seen, String source, long nowMs)
            throws VenueUnavailableException {
        List<Fill> fills = seen.filled().compareTo(order.filled()) > 0 ? fillsOf(order, seen, nowMs) : List.of();
        return OrderReport.of(order.id(), source, inTheTablesWords(order.state(), seen), fills, nowMs);
    }

    /**
     * An end that the table of states has no move for would never be booked. So an order that rested and is rejected (at
     * its trigger) has expired, and a quarantined one that turns up finished was canceled.
     */
    public static VenueOrder inTheTablesWords(OrderState state, VenueOrder seen) {
        boolean rejected = seen.status() == VenueOrder.Status.REJECTED;
        if (state == OrderState.QUARANTINED && (rejected || seen.status() == VenueOrder.Status.EXPIRED)) {
            return seen.ended(VenueOrder.Status.CANCELED);
        }
        boolean rested = state == OrderState.OPEN || state == OrderState.PARTIALLY_FILLED;
        return rejected && rested ? seen.ended(VenueOrder.Status.EXPIRED) : seen;
    }

    private List<Fill> fillsOf(StoredOrder order, VenueOrder seen, long nowMs) throws VenueUnavailableException {
        long stampMs = order.claimedAtMs() == null ? order.createdAtMs() : order.claimedAtMs();
        boolean dated = StoredOrder.sinceMs(stampMs, nowMs) != StoredOrder.LONG_AGO;
        long fromMs = dated ? stampMs - MARGIN_MS : nowMs - UNDATED_MS;
        return venue.fillsOf(seen, fromMs);
    }
}
