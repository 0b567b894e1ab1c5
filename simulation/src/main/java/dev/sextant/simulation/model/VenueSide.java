package dev.sextant.simulation.model;

import static dev.sextant.domain.order.OrderTrigger.*;

import dev.sextant.domain.order.OrderTrigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order as the venue has it: what has been filled of its three units, and whether more can be. */
enum VenueSide {
    NONE(null, 0, "none"),
    OPEN_0(VENUE_OPEN, 0, "open 0/3"),
    OPEN_1(VENUE_PARTIAL, 1, "open 1/3"),
    OPEN_2(VENUE_PARTIAL, 2, "open 2/3"),
    FILLED(VENUE_FILLED, 3, "filled 3/3"),
    CANCELED_0(VENUE_CANCELED, 0, "canceled 0/3"),
    CANCELED_1(VENUE_CANCELED, 1, "canceled 1/3"),
    CANCELED_2(VENUE_CANCELED, 2, "canceled 2/3"),
    EXPIRED_0(VENUE_EXPIRED, 0, "expired 0/3"),
    EXPIRED_1(VENUE_EXPIRED, 1, "expired 1/3"),
    EXPIRED_2(VENUE_EXPIRED, 2, "expired 2/3");

    /** The order's size in units; three, so that one partial fill can follow another. */
    static final int SIZE = 3;

    private static final List<VenueSide> CANCELED = List.of(CANCELED_0, CANCELED_1, CANCELED_2);
    private static final List<VenueSide> EXPIRED = List.of(EXPIRED_0, EXPIRED_1, EXPIRED_2);

    private final @Nullable OrderTrigger trigger;
    private final int filled;
    private final String words;

    VenueSide(@Nullable OrderTrigger trigger, int filled, String words) {
        this.trigger = trigger;
        this.filled = filled;
        this.words = words;
    }

    OrderTrigger trigger() {
        if (trigger == null) {
            throw new IllegalStateException("there is no order to report");
        }
        return trigger;
    }

    int filled() {
        return filled;
    }

    String words() {
        return words;
    }

    boolean open() {
        return this == OPEN_0 || this == OPEN_1 || this == OPEN_2;
    }

    VenueSide filledFurther() {
        return switch (this) {
            case OPEN_0 -> OPEN_1;
            case OPEN_1 -> OPEN_2;
            case OPEN_2 -> FILLED;
            case NONE, FILLED, CANCELED_0, CANCELED_1, CANCELED_2, EXPIRED_0, EXPIRED_1, EXPIRED_2 ->
                throw new IllegalStateException("nothing of " + words + " can be filled");
        };
    }

    VenueSide canceled() {
        return CANCELED.get(filled);
    }

    VenueSide expired() {
        return EXPIRED.get(filled);
    }

    /** As the reconciler tells it of a quarantined order, for which the table knows no expiry. */
    VenueSide inTheTablesWords(boolean quarantined) {
        return quarantined && trigger == VENUE_EXPIRED ? canceled() : this;
    }
}
