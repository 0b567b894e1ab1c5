package dev.sextant.domain.venue;

/** The answer to placing an order. Everything that is not a listed answer is {@link Unknown}. */
public sealed interface Placement {

    /** The code of a {@link Rejected} that never left: by our own objection, or without a connection. */
    String NOT_SENT = "NOT_SENT";

    /** The venue has it. */
    record Accepted(VenueOrder order) implements Placement {}

    /**
     * The venue definitely does not have it and never will, by a listed code.
     *
     * @param code the venue's code
     * @param reason the venue's words
     * @param retryable true when a new intent may well succeed later; this one is over either way
     * @param halt true when the venue must not be sent anything more until a human looks (ban, key, permissions)
     */
    record Rejected(String code, String reason, boolean retryable, boolean halt) implements Placement {}

    /** It may or may not have been placed. Never retried. */
    record Unknown(String reason) implements Placement {}
}
