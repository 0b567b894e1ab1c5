package dev.sextant.domain.order;

/** The answer to asking risk for an intent. */
public sealed interface Reservation {

    /** Judged and reserved; it may be claimed. */
    record Approved(IntentId id) implements Reservation {}

    /** Refused for a reason with a stable code; stored as such. */
    record Refused(IntentId id, String code, String reason) implements Reservation {}

    /** The same demand was judged before, under {@code id}, and stands in {@code state}. */
    record Exists(IntentId id, OrderState state) implements Reservation {}
}
