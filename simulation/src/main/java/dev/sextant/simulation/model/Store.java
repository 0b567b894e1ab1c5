package dev.sextant.simulation.model;

import static dev.sextant.domain.order.OrderState.PARTIALLY_FILLED;
import static dev.sextant.domain.order.OrderTrigger.*;

import dev.sextant.domain.order.OrderLifecycle;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store's two atomic steps, {@code claim} and {@code report}, on the production table of moves. */
final class Store {

    /** Whoever held the claim has stopped; nobody can show its token any more. */
    static final int TOKEN_GONE = 3;

    private final @Nullable Defect defect;

    Store(@Nullable Defect defect) {
        this.defect = defect;
    }

    /** The state after the claim; {@link #holds} tells whether it was granted. */
    long claim(long state, int who, boolean fresh) {
        OrderState order = Field.order(state);
        if (defect == Defect.NO_CLAIM) {
            return Field.TOKEN.set(Field.ORDER.set(state, OrderState.SENDING), who);
        }
        if (order != OrderState.APPROVED) {
            return state;
        }
        if (Field.KILLED.on(state) && defect != Defect.KILL_BEFORE_CLAIM) {
            return move(state, BLOCKED);
        }
        return fresh ? Field.TOKEN.set(move(state, CLAIMED), who) : move(state, EXPIRED_UNSENT);
    }

    /** Whether the store answers this placer's claim with yes. */
    boolean holds(long state, int who) {
        return Field.TOKEN.of(state) == who && Field.order(state) == OrderState.SENDING;
    }

    /**
     * The state after a report.
     *
     * @param saidFilled what the venue says is filled
     * @param fills fills that came with the report, from the first on; the store adds those it does not have
     */
    long report(long state, OrderTrigger said, int saidFilled, int fills) {
        boolean fresh = fills > Field.FILLED.of(state);
        int filled = Math.max(Field.FILLED.of(state), fills);
        int venueFilled = Math.max(Math.max(Field.VENUE_FILLED.of(state), saidFilled), filled);
        OrderTrigger trigger = booked(said, filled, venueFilled);
        long next = Field.VENUE_FILLED.set(Field.FILLED.set(state, filled), venueFilled);
        if (aboutTheVenue(trigger)) {
            next = Field.CHECKS.set(next, 0);
        }
        boolean nothingNew = trigger == VENUE_PARTIAL && Field.order(state) == PARTIALLY_FILLED && !fresh;
        return nothingNew ? next : move(next, trigger);
    }

    /** The end of an order counts only once every fill the venue speaks of is here. */
    private static OrderTrigger booked(OrderTrigger said, int filled, int venueFilled) {
        if (filled >= VenueSide.SIZE) {
            return VENUE_FILLED;
        }
        boolean endedTooEarly =
                said == VENUE_FILLED || ((said == VENUE_CANCELED || said == VENUE_EXPIRED) && filled < venueFilled);
        if (endedTooEarly || said == VENUE_OPEN || said == VENUE_PARTIAL) {
            return filled > 0 ? VENUE_PARTIAL : VENUE_OPEN;
        }
        return said;
    }

    private long move(long state, OrderTrigger trigger) {
        OrderState from = Field.order(state);
        Optional<OrderState> to = defect == Defect.NO_TABLE ? Optional.of(target(trigger)) : next(from, trigger);
        return to.map(order -> Field.ORDER.set(state, order)).orElse(state);
    }

    private Optional<OrderState> next(OrderState from, OrderTrigger trigger) {
        boolean believed = defect == Defect.NOT_FOUND_IS_FINAL && trigger == QUARANTINE_ENDED && !from.isFinal();
        return believed ? Optional.of(OrderState.NOT_PLACED) : OrderLifecycle.next(from, trigger);
    }

    /** Where a trigger leads from wherever the table has it. */
    private static OrderState target(OrderTrigger trigger) {
        return OrderLifecycle.moves().stream()
                .filter(move -> move.on() == trigger)
                .findFirst()
                .orElseThrow()
                .to();
    }

    private static boolean aboutTheVenue(OrderTrigger trigger) {
        return switch (trigger) {
            case VENUE_OPEN, VENUE_PARTIAL, VENUE_FILLED, VENUE_REJECTED, VENUE_CANCELED, VENUE_EXPIRED -> true;
            case RESERVED, REFUSED, BLOCKED, EXPIRED_UNSENT, CLAIMED, OUTCOME_UNKNOWN, NOT_FOUND, QUARANTINE_ENDED ->
                false;
        };
    }
}
