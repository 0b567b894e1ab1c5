package dev.sextant.venues.kraken.feed;

import java.util.Locale;

/** What Kraken lets be done on a pair, or as a whole; the constants are its words in capitals. */
public enum MarketStatus {
    ONLINE,
    CANCEL_ONLY,
    DELISTED,
    LIMIT_ONLY,
    MAINTENANCE,
    POST_ONLY,
    REDUCE_ONLY,
    WORK_IN_PROGRESS,
    /** A word this feed does not know: nothing is sent while it stands. */
    UNKNOWN;

    /** The status with this name on the wire, {@link #UNKNOWN} for any other. */
    public static MarketStatus of(String wireName) {
        for (MarketStatus status : values()) {
            if (status != UNKNOWN && status.wireName().equals(wireName)) {
                return status;
            }
        }
        return UNKNOWN;
    }

    /** As Kraken writes it: {@code post_only}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True when a limit order that trades at once is taken, opening or closing. */
    public boolean takesLimitOrders() {
        return this == ONLINE || this == LIMIT_ONLY;
    }
}
