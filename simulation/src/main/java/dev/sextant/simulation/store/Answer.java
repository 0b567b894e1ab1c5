package dev.sextant.simulation.store;

/** What a person's order came to; the names are the database's. */
public enum Answer {
    CHANGED,
    /** Nothing was to be done. */
    SAME,
    RECOVERING,
    STILL_CLOSING,
    NOT_RECONCILED,
    NOT_CLEAN,
    STILL_DIFFERENT,
    STALE_VERSION,
    UNKNOWN_STRATEGY
}
