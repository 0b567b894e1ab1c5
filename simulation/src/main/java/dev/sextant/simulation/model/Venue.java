package dev.sextant.simulation.model;

import org.jspecify.annotations.Nullable;

/**
 * What the venue does. A request that arrives within the receive window waits for the engine, is decided before the
 * horizon, and is refused as a duplicate only while an order with its client id is open.
 */
final class Venue {

    private final @Nullable Defect defect;

    Venue(@Nullable Defect defect) {
        this.defect = defect;
    }

    void moves(long state, Moves out) {
        for (Field slot : RequestAt.SLOTS) {
            switch (RequestAt.of(slot, state)) {
                case ON_ITS_WAY -> arrive(state, slot, out);
                case QUEUED -> decide(state, slot, out);
                case NONE, ANSWERED_OPEN, ANSWERED_FILLED, ANSWERED_REJECTED, ANSWERED_DUPLICATE -> {}
            }
        }
        trade(state, out);
        remember(state, out);
    }

    /** Whether the venue may yet accept what is on its way or queued. */
    boolean mayAccept(long state) {
        return RequestAt.SLOTS.stream()
                .map(slot -> RequestAt.of(slot, state))
                .anyMatch(at -> at == RequestAt.QUEUED || (at == RequestAt.ON_ITS_WAY && inTime(state)));
    }

    boolean inTime(long state) {
        return Field.epoch(state) == Epoch.BEFORE_EXPIRY || defect == Defect.NO_RECEIVE_WINDOW;
    }

    private void arrive(long state, Field slot, Moves out) {
        out.add(Step.REQUEST_LOST, 0, RequestAt.waitsFor(slot).set(slot.set(state, RequestAt.NONE), 0));
        if (inTime(state)) {
            out.add(Step.ARRIVE, 0, slot.set(state, RequestAt.QUEUED));
        } else {
            out.add(Step.TOO_LATE, 0, answer(state, slot, RequestAt.ANSWERED_REJECTED));
        }
    }

    private static void decide(long state, Field slot, Moves out) {
        if (Field.venueOrder(state).open()) {
            out.add(Step.DUPLICATE, 0, answer(state, slot, RequestAt.ANSWERED_DUPLICATE));
            return;
        }
        long accepted = Field.ACCEPTANCES.set(state, Math.min(2, Field.ACCEPTANCES.of(state) + 1));
        out.add(Step.ACCEPT_RESTING, 0, answer(shows(accepted, VenueSide.OPEN_0), slot, RequestAt.ANSWERED_OPEN));
        out.add(Step.ACCEPT_FILLED, 0, answer(shows(accepted, VenueSide.FILLED), slot, RequestAt.ANSWERED_FILLED));
        out.add(Step.REJECT, 0, answer(state, slot, RequestAt.ANSWERED_REJECTED));
    }

    private static long answer(long state, Field slot, RequestAt answer) {
        boolean awaited = RequestAt.waitsFor(slot).on(state);
        return slot.set(state, awaited ? answer : RequestAt.NONE);
    }

    private static long shows(long state, VenueSide order) {
        return Field.VENUE_ORDER.set(state, order);
    }

    private static void trade(long state, Moves out) {
        VenueSide order = Field.venueOrder(state);
        if (order.open()) {
            out.add(Step.FILL, 0, shows(state, order.filledFurther()));
            out.add(Step.CANCEL, 0, shows(state, order.canceled()));
            out.add(Step.EXPIRE, 0, shows(state, order.expired()));
        }
    }

    /** The order is forgotten for less long than the quarantine lasts. */
    private static void remember(long state, Moves out) {
        if (Field.FORGOTTEN.on(state)) {
            out.add(Step.REMEMBER, 0, Field.FORGOTTEN.set(state, 0));
        } else if (Field.venueOrder(state) != VenueSide.NONE && Field.epoch(state) != Epoch.QUARANTINE_OVER) {
            out.add(Step.FORGET, 0, Field.FORGOTTEN.set(state, 1));
        }
    }
}
