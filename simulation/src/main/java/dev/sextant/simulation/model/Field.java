package dev.sextant.simulation.model;

import dev.sextant.domain.order.OrderState;

/** What a state of the world consists of. A state is one {@code long}; each field has its own bits in it. */
enum Field {
    /** The store's row: the order's state by ordinal. */
    ORDER(4),
    /** Units of fills booked in the store. */
    FILLED(2),
    /** Units the venue has spoken of, as the store remembers them. */
    VENUE_FILLED(2),
    /** "Not found" answers counted, at most two. */
    CHECKS(2),
    /** Whose claim was granted: nobody's, placer A's, placer B's, or that of one who has stopped since. */
    TOKEN(2),
    /** Whether the queue has the record. */
    RECORD(1),
    KILLED(1),
    EPOCH(2),
    PLACER_A(4),
    PLACER_B(4),
    REQUEST_1(3),
    /** Who waits for the answer: nobody, A or B. */
    WAITS_FOR_1(2),
    REQUEST_2(3),
    WAITS_FOR_2(2),
    VENUE_ORDER(4),
    /** Orders the venue ever accepted for this intent; stops counting at two, which is one too many. */
    ACCEPTANCES(2),
    /** Whether the venue's queries deny the order for now. */
    FORGOTTEN(1),
    RECONCILER(3),
    /** The order's state as the reconciler read it at the beginning of its pass. */
    READ(4),
    /** Whether, by the time read then, the horizon (or the quarantine) was over. */
    DUE(1),
    /** What the venue showed the reconciler. */
    SEEN(4);

    private final int bits;

    Field(int bits) {
        this.bits = bits;
    }

    private int shift() {
        return Shifts.OF[ordinal()];
    }

    int of(long state) {
        return (int) (state >>> shift()) & ((1 << bits) - 1);
    }

    boolean on(long state) {
        return of(state) != 0;
    }

    long set(long state, int value) {
        if (value >>> bits != 0) {
            throw new IllegalArgumentException(this + " has " + bits + " bits, not enough for " + value);
        }
        long mask = ((1L << bits) - 1) << shift();
        return state & ~mask | (long) value << shift();
    }

    long set(long state, Enum<?> value) {
        return set(state, value.ordinal());
    }

    static OrderState order(long state) {
        return ORDER_STATES[ORDER.of(state)];
    }

    static OrderState read(long state) {
        return ORDER_STATES[READ.of(state)];
    }

    static Epoch epoch(long state) {
        return EPOCHS[EPOCH.of(state)];
    }

    static VenueSide venueOrder(long state) {
        return VENUE_SIDES[VENUE_ORDER.of(state)];
    }

    static VenueSide seen(long state) {
        return VENUE_SIDES[SEEN.of(state)];
    }

    private static final OrderState[] ORDER_STATES = OrderState.values();
    private static final Epoch[] EPOCHS = Epoch.values();
    private static final VenueSide[] VENUE_SIDES = VenueSide.values();

    /** Where each field begins; an enum can't fill its own statics while its constants are made. */
    private static final class Shifts {
        private static final int[] OF = new int[Field.values().length];

        static {
            int next = 0;
            for (Field field : Field.values()) {
                OF[field.ordinal()] = next;
                next += field.bits;
            }
        }
    }
}
