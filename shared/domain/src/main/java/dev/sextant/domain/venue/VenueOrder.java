package dev.sextant.domain.venue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One order as the venue reports it now.
 *
 * @param venueOrderId the venue's id; for a conditional order the id in the conditional service
 * @param executingOrderId for a triggered conditional order the id of the regular order that executes it, else null
 * @param filled quantity executed so far
 * @param reason the venue's words for a rejection or expiry, or null
 * @param updatedAtMs the venue's time of the last change
 */
public record VenueOrder(
        Symbol symbol,
        String clientOrderId,
        String venueOrderId,
        @Nullable String executingOrderId,
        Status status,
        Quantity filled,
        @Nullable String reason,
        long updatedAtMs) {

    /** The venue's status in the desk's words. */
    public enum Status {
        /** Resting, or waiting for its trigger; nothing filled. */
        OPEN,
        PARTIALLY_FILLED,
        FILLED,
        CANCELED,
        REJECTED,
        EXPIRED
    }

    /** The same order with its end called by another name. */
    VenueOrder ended(Status otherStatus) {
        return new VenueOrder(
                symbol, clientOrderId, venueOrderId, executingOrderId, otherStatus, filled, reason, updatedAtMs);
    }

    /** The id under which this order's fills are booked at the venue. */
    public String fillsOrderId() {
        return executingOrderId == null ? venueOrderId : executingOrderId;
    }
}
