package dev.sextant.domain.order;

import static dev.sextant.domain.order.OrderState.*;
import static dev.sextant.domain.order.OrderTrigger.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life cycle of an order intent as one declared table. The SQL functions enforce the same table (a test compares
 * them), the diagram in {@code docs/order-lifecycle.md} is printed from it, and a test fails while a move of it is
 * unvisited. Cancelling is a latch beside the state, not a state.
 */
public final class OrderLifecycle {

    /** One legal move. */
    public record Move(OrderState from, OrderTrigger on, OrderState to) {}

    private static final List<Move> MOVES = declare();
    private static final Map<OrderState, Map<OrderTrigger, OrderState>> TABLE = index();

    private OrderLifecycle() {}

    private static List<Move> declare() {
        List<Move> moves = new ArrayList<>(List.of(
                new Move(NEW, REFUSED, RISK_REJECTED),
                new Move(NEW, RESERVED, APPROVED),
                new Move(APPROVED, OrderTrigger.BLOCKED, OrderState.BLOCKED),
                new Move(APPROVED, OrderTrigger.EXPIRED_UNSENT, OrderState.EXPIRED_UNSENT),
                new Move(APPROVED, CLAIMED, SENDING),
                new Move(SENDING, OUTCOME_UNKNOWN, UNKNOWN),
                new Move(UNKNOWN, NOT_FOUND, QUARANTINED),
                // A quarantined order that turns up after all is taken back; one that never does was not placed.
                new Move(QUARANTINED, VENUE_OPEN, OPEN),
                new Move(QUARANTINED, VENUE_PARTIAL, PARTIALLY_FILLED),
                new Move(QUARANTINED, VENUE_FILLED, FILLED),
                new Move(QUARANTINED, VENUE_CANCELED, CANCELED),
                new Move(QUARANTINED, QUARANTINE_ENDED, NOT_PLACED)));
        for (OrderState sent : List.of(SENDING, UNKNOWN)) {
            moves.add(new Move(sent, VENUE_OPEN, OPEN));
            moves.add(new Move(sent, VENUE_PARTIAL, PARTIALLY_FILLED));
            moves.add(new Move(sent, VENUE_FILLED, FILLED));
            moves.add(new Move(sent, VENUE_REJECTED, REJECTED));
            moves.add(new Move(sent, VENUE_CANCELED, CANCELED));
            moves.add(new Move(sent, VENUE_EXPIRED, EXPIRED));
        }
        for (OrderState resting : List.of(OPEN, PARTIALLY_FILLED)) {
            moves.add(new Move(resting, VENUE_PARTIAL, PARTIALLY_FILLED));
            moves.add(new Move(resting, VENUE_FILLED, FILLED));
            moves.add(new Move(resting, VENUE_CANCELED, CANCELED));
            moves.add(new Move(resting, VENUE_EXPIRED, EXPIRED));
        }
        return List.copyOf(moves);
    }

    private static Map<OrderState, Map<OrderTrigger, OrderState>> index() {
        Map<OrderState, Map<OrderTrigger, OrderState>> table = new EnumMap<>(OrderState.class);
        for (OrderState state : OrderState.values()) {
            table.put(state, new EnumMap<>(OrderTrigger.class));
        }
        for (Move move : MOVES) {
            Map<OrderTrigger, OrderState> row = table.get(move.from());
            if (row == null || row.put(move.on(), move.to()) != null) {
                throw new AssertionError("the table declares " + move.from() + " on " + move.on() + " twice");
            }
        }
        return table;
    }

    /** Every legal move, in the order of declaration. */
    public static List<Move> moves() {
        return MOVES;
    }

    /** The state after a trigger, or empty when the move is not in the table. */
    public static Optional<OrderState> next(OrderState from, OrderTrigger on) {
        return Optional.ofNullable(eventsFrom(from).get(on));
    }

    /** What may happen in a state, and where it leads. Empty for final states. */
    static Map<OrderTrigger, OrderState> eventsFrom(OrderState from) {
        return TABLE.getOrDefault(from, Collections.emptyMap());
    }
}
