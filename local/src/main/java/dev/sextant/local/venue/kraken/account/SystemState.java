package dev.sextant.local.venue.kraken.account;

import dev.sextant.venues.kraken.feed.MarketStatus;
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

    /** Refuses an order that what may be done on its pair does not allow; in words that the venue has. */
    static void requireOrders(MarketStatus pair, boolean immediate) {
        boolean rests = pair == MarketStatus.POST_ONLY;
        if (!pair.takesLimitOrders() && (immediate || !rests)) {
            throw new Refusal("EService:Market in " + (rests ? "post" : "cancel") + "_only mode");
        }
    }

    /** Refuses anything private in maintenance. */
    public void requireAnything() {
        if (this == MAINTENANCE) {
            throw new Refusal("EService:Unavailable");
        }
    }
}
