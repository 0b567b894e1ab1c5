package dev.sextant.reconciler;

import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.venue.VenueOrder;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an order is that the desk did not send. */
public enum Stranger {
    EXTERNAL,
    LIQUIDATION,
    ADL,
    SETTLEMENT,
    /** Our form of id, and no intent of ours. */
    UNKNOWN,
    /** An intent of ours that was given up as never placed, and turned up. */
    LATE;

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
            case LATE -> "order " + order.clientOrderId() + " was given up as never placed, and turned up";
        };
    }

    /** What an order of our form of id is, by how the intent stands that we know of it; empty when it is simply ours. */
    static Optional<Stranger> ofOurForm(Optional<OrderState> known) {
        if (known.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        return known.get() == OrderState.NOT_PLACED ? Optional.of(LATE) : Optional.empty();
    }

    /** Whether the symbol takes no entries until a person has looked. */
    boolean blocks() {
        return this != EXTERNAL;
    }

    /** Whether the venue itself acts, because it must: the account is in trouble. */
    boolean byVenue() {
        return this == LIQUIDATION || this == ADL || this == SETTLEMENT;
    }
}
