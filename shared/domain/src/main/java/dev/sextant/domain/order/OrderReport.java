package dev.sextant.domain.order;

import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.venue.VenueOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody learnt about an order, from whatever source; may come in any order and any number of times.
 *
 * @param source who learnt it, for the trail
 * @param trigger what it amounts to, or null when it only brings fills
 * @param venueOrderId the venue's id, if known
 * @param executingOrderId the regular order behind a triggered conditional one, if known
 * @param venueFilled what the venue says is filled; the order does not end before fills of that sum are booked
 * @param fills executions of this order, booked by trade id
 * @param reasonCode a stable code for a refusal, else null
 * @param reason the venue's or our words, else null
 * @param atMs market time at which it was learnt
 * @param halts whether the venue refused not the order but the account, its key or its address: no more entries until a
 *     person resumes
 */
public record OrderReport(
        IntentId id,
        String source,
        @Nullable OrderTrigger trigger,
        @Nullable String venueOrderId,
        @Nullable String executingOrderId,
        Quantity venueFilled,
        List<Fill> fills,
        @Nullable String reasonCode,
        @Nullable String reason,
        long atMs,
        boolean halts) {

    public OrderReport {
        fills = List.copyOf(fills);
    }

    /** A report that halts nothing. */
    public OrderReport(
            IntentId id,
            String source,
            @Nullable OrderTrigger trigger,
            @Nullable String venueOrderId,
            @Nullable String executingOrderId,
            Quantity venueFilled,
            List<Fill> fills,
            @Nullable String reasonCode,
            @Nullable String reason,
            long atMs) {
        this(id, source, trigger, venueOrderId, executingOrderId, venueFilled, fills, reasonCode, reason, atMs, false);
    }

    /** The report of an order as the venue shows it, with the fills that were fetched for it. */
    public static OrderReport of(IntentId id, String source, VenueOrder order, List<Fill> fills, long atMs) {
        OrderTrigger trigger = switch (order.status()) {
            case OPEN -> OrderTrigger.VENUE_OPEN;
            case PARTIALLY_FILLED -> OrderTrigger.VENUE_PARTIAL;
            case FILLED -> OrderTrigger.VENUE_FILLED;
            case CANCELED -> OrderTrigger.VENUE_CANCELED;
            case REJECTED -> OrderTrigger.VENUE_REJECTED;
            case EXPIRED -> OrderTrigger.VENUE_EXPIRED;
        };
        return new OrderReport(
                id,
                source,
                trigger,
                order.venueOrderId(),
                order.executingOrderId(),
                order.filled(),
                fills,
                null,
                order.reason(),
                atMs);
    }

    /** A report without venue facts: unknown outcome, definite refusal, quarantine. */
    public static OrderReport of(
            IntentId id,
            String source,
            OrderTrigger trigger,
            @Nullable String code,
            @Nullable String reason,
            long atMs) {
        return new OrderReport(id, source, trigger, null, null, Quantity.ZERO, List.of(), code, reason, atMs);
    }

    /** The same, of a venue that refuses whoever sent it. */
    public OrderReport halting() {
        return new OrderReport(
                id,
                source,
                trigger,
                venueOrderId,
                executingOrderId,
                venueFilled,
                fills,
                reasonCode,
                reason,
                atMs,
                true);
    }
}
