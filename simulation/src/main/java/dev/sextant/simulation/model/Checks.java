package dev.sextant.simulation.model;

import dev.sextant.domain.order.OrderState;
import java.util.EnumSet;
import java.util.Set;

/** Judges one step by the invariants, and an end by what it must have come to. */
final class Checks {

    private final Venue venue;

    Checks(Venue venue) {
        this.venue = venue;
    }

    /** What the step from one state to the next breaks. */
    Set<Invariant> broken(long before, Step step, int who, long after) {
        Set<Invariant> broken = EnumSet.noneOf(Invariant.class);
        if (Field.ACCEPTANCES.of(after) > 1) {
            broken.add(Invariant.ONE_ACCEPTANCE);
        }
        if (step == Step.SEND && Field.TOKEN.of(before) != who) {
            broken.add(Invariant.CLAIM_BEFORE_SEND);
        }
        boolean granted = step == Step.CLAIM_GRANTED || step == Step.CLAIM_GRANTED_UNHEARD;
        if (granted && Field.KILLED.on(before)) {
            broken.add(Invariant.NO_CLAIM_AFTER_KILL);
        }
        if (Field.order(before).isFinal() && Field.order(after) != Field.order(before)) {
            broken.add(Invariant.FINAL_STAYS);
        }
        if (mustHoldRisk(after) && !Field.order(after).holdsRisk()) {
            broken.add(Invariant.RISK_HELD);
        }
        return broken;
    }

    private boolean mustHoldRisk(long state) {
        VenueSide order = Field.venueOrder(state);
        boolean unbooked = order.filled() > Field.FILLED.of(state);
        return order.open() || unbooked || venue.mayAccept(state) || mayBeSent(state, 1) || mayBeSent(state, 2);
    }

    private boolean mayBeSent(long state, int who) {
        return PlacerAt.of(who, state) == PlacerAt.GRANTED && venue.inTime(state);
    }

    /** True when everything is over and the store has what the venue has. */
    static boolean good(long state) {
        OrderState order = Field.order(state);
        VenueSide atVenue = Field.venueOrder(state);
        boolean nobodyActs = !Field.PLACER_A.on(state)
                && !Field.PLACER_B.on(state)
                && !Field.RECONCILER.on(state)
                && RequestAt.SLOTS.stream().noneMatch(slot -> slot.on(state));
        return nobodyActs && order.isFinal() && !atVenue.open() && Field.FILLED.of(state) == atVenue.filled();
    }
}
