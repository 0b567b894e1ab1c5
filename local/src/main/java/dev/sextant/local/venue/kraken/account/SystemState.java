package dev.sextant.local.venue.kraken.account;

import java.util.Locale;

/** What the venue lets be done as a whole. */
public enum SystemState {
    ONLINE,
    CANCEL_ONLY,
    POST_ONLY,
    MAINTENANCE;

    /** {@code cancel_only} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses an order, in the venue's words, unless it may be placed now. */
    void requireOrders(boolean immediate) {
        switch (this) {
            case ONLINE -> {}
            case CANCEL_ONLY -> throw new Refusal("EService:Market in cancel_only mode");
            case POST_ONLY -> {
                if (immediate) {
                    throw new Refusal("EService:Market in post_only mode");
                }
            }
            case MAINTENANCE -> throw new Refusal("EService:Unavailable");
        }
    }

    /** Refuses anything private in maintenance. */
    public void requireAnything() {
        if (this == MAINTENANCE) {
            throw new Refusal("EService:Unavailable");
        }
    }
}
