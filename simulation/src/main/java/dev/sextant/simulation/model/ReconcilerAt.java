package dev.sextant.simulation.model;

import java.util.List;

/** Where the reconciler is in its pass over the order. */
enum ReconcilerAt {
    IDLE,
    /** Has read the order and the time. */
    STARTED,
    /** The venue did not know the order; to be counted. */
    NOT_FOUND,
    /** Enough was counted; open orders and position are still to be asked. */
    ENDING,
    /** About to report what follows from "not found". */
    REPORTING,
    /** About to report what the venue showed. */
    FOUND;

    private static final List<ReconcilerAt> ALL = List.of(values());

    static ReconcilerAt of(long state) {
        return ALL.get(Field.RECONCILER.of(state));
    }

    /** Puts the reconciler here and forgets what it no longer needs, so that equal situations are equal states. */
    long in(long state) {
        long next = Field.RECONCILER.set(state, this);
        return switch (this) {
            case IDLE -> Field.SEEN.set(Field.DUE.set(Field.READ.set(next, 0), 0), 0);
            case FOUND -> Field.DUE.set(Field.READ.set(next, 0), 0);
            case ENDING, REPORTING -> Field.DUE.set(next, 0);
            case STARTED, NOT_FOUND -> next;
        };
    }
}
