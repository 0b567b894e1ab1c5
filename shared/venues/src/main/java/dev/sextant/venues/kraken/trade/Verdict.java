package dev.sextant.venues.kraken.trade;

/** What an error says about the request it answers. Success is not an error and so not among them. */
public enum Verdict {
    /** Definitely not executed, and the same request would fail again. */
    REJECTED,
    /** Definitely not executed, and may succeed later. For a placement: this intent is over, a new one may try. */
    RETRY_SAFE,
    /** May or may not have been executed. */
    UNKNOWN,
    /** Definitely not executed, and everything must stop until a human looks. */
    HALT
}
