package dev.sextant.domain.order;

/** What moves an order intent from one state to the next. Stored names are the lower-case ones. */
public enum OrderTrigger {
    /** Risk reserved it. */
    RESERVED,
    /** Risk refused it. */
    REFUSED,
    /** The claim found a reason not to send. */
    BLOCKED,
    /** Its time passed before a claim. */
    EXPIRED_UNSENT,
    /** A claim was granted. */
    CLAIMED,
    /** The venue reports it resting, nothing filled. */
    VENUE_OPEN,
    /** The venue reports some of it filled and the rest resting. */
    VENUE_PARTIAL,
    VENUE_FILLED,
    /** A listed, definite refusal by the venue. */
    VENUE_REJECTED,
    VENUE_CANCELED,
    VENUE_EXPIRED,
    /** No answer that can be trusted. */
    OUTCOME_UNKNOWN,
    /** Horizon passed, not found by several agreeing checks. */
    NOT_FOUND,
    /** The quarantine ended. */
    QUARANTINE_ENDED;

    /** The name in storage. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
