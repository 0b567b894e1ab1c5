package dev.sextant.simulation.model;

import java.util.List;

/** Where a placer is in its work on the record. "Fresh" is a venue time read before the intent's expiry. */
enum PlacerAt {
    IDLE,
    TAKEN,
    STAMPED_FRESH,
    STAMPED_STALE,
    /** The claim was not answered; it may have been granted. */
    UNSURE_FRESH,
    UNSURE_STALE,
    GRANTED,
    /** Sent; no answer yet. */
    WAITING,
    HEARD_OPEN,
    HEARD_FILLED,
    HEARD_REJECTED,
    HEARD_UNKNOWN;

    private static final List<PlacerAt> ALL = List.of(values());

    static PlacerAt of(int who, long state) {
        return ALL.get(field(who).of(state));
    }

    long in(int who, long state) {
        return field(who).set(state, this);
    }

    static Field field(int who) {
        return who == 1 ? Field.PLACER_A : Field.PLACER_B;
    }
}
