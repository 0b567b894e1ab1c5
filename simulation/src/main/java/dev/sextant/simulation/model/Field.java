package dev.sextant.simulation.model;

import dev.sextant.domain.order.OrderState;

/** What a state of the world consists of. A state is one {@code long}; each field has its own bits in it. */
enum Field {
    /** The store's row: the order's state by ordinal. */
    ORDER(0, 4),
    /** Units of fills booked in the store. */
    FILLED(4, 2),
    /** Units the venue has spoken of, as the store remembers them. */
    VENUE_FILLED(6, 2),
    /** "Not found" answers counted, at most two. */
    CHECKS(8, 2),
    /** Whose claim was granted: nobody's, placer A's, placer B's, or that of one who has stopped since. */
    TOKEN(10, 2),
    /** Whether the queue has the record. */
    RECORD(12, 1),
    KILLED(13, 1),
    EPOCH(14, 2),
    PLACER_A(16, 4),
    PLACER_B(20, 4),
    REQUEST_1(24, 3),
    /** Who waits for the answer: nobody, A or B. */
    WAITS_FOR_1(27, 2),
    REQUEST_2(29, 3),
    WAITS_FOR_2(32, 2),
    VENUE_ORDER(34, 4),
    /** Orders the venue ever accepted for this intent; stops counting at two, which is one too many. */
    ACCEPTANCES(38, 2),
    /** Whether the venue's queries deny the order for now. */
    FORGOTTEN(40, 1),
    RECONCILER(41, 3),
    /** The order's state as the reconciler read it at the beginning of its pass. */
    READ(44, 4),
    /** Whether, by the time read then, the horizon (or the quarantine) was over. */
    DUE(48, 1),
    /** What the venue showed the reconciler. */
    SEEN(49, 4);

    private final int shift;
    private final int bits;

    Field(int shift, int bits) {
        this.shift = shift;
        this.bits = bits;
    }

    int of(long state) {
        return (int) (state >>> shift) & ((1 << bits) - 1);
    }

    boolean on(long state) {
        return of(state) != 0;
    }

    long set(long state, int value) {
        if (value >>> bits != 0) {
            throw new IllegalArgumentException(this + " has " + bits + " bits, not enough for " + value);
        }
        long mask = ((1L << bits) - 1) << shift;
        return (state & ~mask) | ((long) value << shift);
    }

    @SuppressWarnings("EnumOrdinal") // the packing lasts as long as one exploration
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
}
