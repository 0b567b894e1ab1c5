package dev.sextant.ingest.drift;

import java.util.Locale;

/** Why a decision was not made again as it was. */
enum Cause {
    /** Trades that are missing from the store, or were missing when the desk decided. */
    MISSING_DATA,
    /** A polled reading that was known in time by its own account, but reached the scorer later. */
    LATE_INPUT,
    /** The strategy file the desk decided with is not there any more. */
    STRATEGY_CHANGED,
    /** None of these: somebody should look. */
    UNEXPLAINED;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
