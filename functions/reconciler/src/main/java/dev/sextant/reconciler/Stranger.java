package dev.sextant.reconciler;

import dev.sextant.domain.venue.VenueOrder;
import java.util.regex.Pattern;

/** What an order is that the desk did not send. */
public enum Stranger {
    EXTERNAL,
    LIQUIDATION,
    ADL,
    SETTLEMENT,
    /** Our form of id, and no intent of ours. */
    UNKNOWN;

    /** The form that the desk gives its own ids. */
    private static final Pattern OURS = Pattern.compile("sx[a-z2-7]{24}");

    /** By the prefixes that the venue reserves for orders of its own. */
    static Stranger of(String clientOrderId) {
        if (clientOrderId.startsWith("autoclose-")) {
            return LIQUIDATION;
        }
        if (clientOrderId.startsWith("adl_autoclose")) {
            return ADL;
        }
        if (clientOrderId.startsWith("settlement_autoclose-")) {
            return SETTLEMENT;
        }
        return OURS.matcher(clientOrderId).matches() ? UNKNOWN : EXTERNAL;
    }

    /** Why its symbol is blocked. */
    String inWords(VenueOrder order) {
        return switch (this) {
            case EXTERNAL -> "order " + order.clientOrderId() + " is not the desk's";
            case LIQUIDATION, ADL, SETTLEMENT ->
                "the venue closes the position itself (" + this + ", order " + order.clientOrderId() + ")";
            case UNKNOWN -> "order " + order.clientOrderId() + " has our form of id and is no intent of the desk";
        };
    }

    /** Whether the venue itself acts, because it must: the account is in trouble. */
    boolean byVenue() {
        return this == LIQUIDATION || this == ADL || this == SETTLEMENT;
    }
}
