package dev.sextant.simulation.model;

import dev.sextant.domain.order.OrderState;
import org.jspecify.annotations.Nullable;

/** Everybody together: two placers, the reconciler, the venue, the queue, the kill switch and time. */
final class Protocol {

    private final Placer placer;
    private final Reconciler reconciler;
    private final Venue venue;
    private final @Nullable Defect defect;

    Protocol(@Nullable Defect defect) {
        Store store = new Store(defect);
        this.placer = new Placer(store, defect);
        this.reconciler = new Reconciler(store, defect);
        this.venue = new Venue(defect);
        this.defect = defect;
    }

    /** Reserved and told to the queue. */
    static long beginning() {
        return Field.RECORD.set(Field.ORDER.set(0, OrderState.APPROVED), 1);
    }

    Venue venue() {
        return venue;
    }

    void moves(long state, Moves out) {
        placer.moves(state, 1, out);
        placer.moves(state, 2, out);
        reconciler.moves(state, out);
        venue.moves(state, out);
        queue(state, out);
        if (!Field.KILLED.on(state)) {
            out.add(Step.KILL, 0, Field.KILLED.set(state, 1));
        }
        if (timeMayPass(state)) {
            out.add(Step.TIME, 0, Field.EPOCH.set(state, Field.EPOCH.of(state) + 1));
        }
    }

    private void queue(long state, Moves out) {
        if (Field.RECORD.on(state)) {
            return;
        }
        long told = Field.RECORD.set(state, 1);
        out.add(Step.REDELIVER, 0, told);
        if (Field.order(state) == OrderState.APPROVED && defect != Defect.NO_SWEEP) {
            out.add(Step.SWEEP, 0, told);
        }
    }

    private static boolean timeMayPass(long state) {
        return switch (Field.epoch(state)) {
            case BEFORE_EXPIRY -> true;
            // The horizon is long enough for the engine to have decided what arrived in time.
            case WINDOW_OVER ->
                RequestAt.SLOTS.stream().noneMatch(slot -> RequestAt.of(slot, state) == RequestAt.QUEUED);
            // The quarantine counts from its own beginning, and outlasts a venue's forgetting.
            case HORIZON_OVER -> Field.order(state) == OrderState.QUARANTINED && !Field.FORGOTTEN.on(state);
            case QUARANTINE_OVER -> false;
        };
    }

    /** One state for both of two that differ only in which placer is called A. */
    static long canonical(long state) {
        return Math.min(state, swapped(state));
    }

    private static long swapped(long state) {
        long next = Field.PLACER_A.set(state, Field.PLACER_B.of(state));
        next = Field.PLACER_B.set(next, Field.PLACER_A.of(state));
        next = otherPlacer(next, Field.TOKEN);
        next = otherPlacer(next, Field.WAITS_FOR_1);
        return otherPlacer(next, Field.WAITS_FOR_2);
    }

    private static long otherPlacer(long state, Field field) {
        int who = field.of(state);
        return who == 1 || who == 2 ? field.set(state, 3 - who) : state;
    }
}
