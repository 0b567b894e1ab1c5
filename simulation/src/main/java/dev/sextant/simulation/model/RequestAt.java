package dev.sextant.simulation.model;

import java.util.List;

/** Where a placement request, or the answer to it, is. */
enum RequestAt {
    NONE,
    ON_ITS_WAY,
    /** Arrived within the receive window; the engine has not decided yet. */
    QUEUED,
    ANSWERED_OPEN,
    ANSWERED_FILLED,
    ANSWERED_REJECTED,
    ANSWERED_DUPLICATE;

    private static final List<RequestAt> ALL = List.of(values());

    /** The two requests that can be on their way at a time. */
    static final List<Field> SLOTS = List.of(Field.REQUEST_1, Field.REQUEST_2);

    static RequestAt of(Field slot, long state) {
        return ALL.get(slot.of(state));
    }

    static Field waitsFor(Field slot) {
        return slot == Field.REQUEST_1 ? Field.WAITS_FOR_1 : Field.WAITS_FOR_2;
    }

    boolean answered() {
        return compareTo(ANSWERED_OPEN) >= 0;
    }
}
