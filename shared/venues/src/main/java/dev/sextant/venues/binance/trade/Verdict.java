package dev.sextant.venues.binance.trade;

/** What an error code says about the request it answers. */
enum Verdict {
    /** Already as asked; only settings answer so. */
    OK,
    /** Definitely not executed, and the same request would fail again. */
    REJECTED,
    /** Definitely not executed, and may succeed later. For a placement: this intent is over, a new one may try. */
    RETRY_SAFE,
    /** May or may not have been executed. */
    UNKNOWN,
    /** Definitely not executed, and order entry must stop until a human looks. */
    HALT
}
