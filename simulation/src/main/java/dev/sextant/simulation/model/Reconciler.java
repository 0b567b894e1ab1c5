package dev.sextant.simulation.model;

import static dev.sextant.simulation.model.ReconcilerAt.*;

import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import org.jspecify.annotations.Nullable;

/** What the reconciler does with an order that is not final: looks it up, counts, quarantines, ends the quarantine. */
final class Reconciler {

    private static final int NOT_FOUND_CHECKS = 2;

    private final Store store;
    private final @Nullable Defect defect;

    Reconciler(Store store, @Nullable Defect defect) {
        this.store = store;
        this.defect = defect;
    }

    void moves(long state, Moves out) {
        ReconcilerAt at = ReconcilerAt.of(state);
        switch (at) {
            case IDLE -> start(state, out);
            case STARTED -> look(state, out);
            case NOT_FOUND -> count(state, out);
            case ENDING -> askTheRest(state, out);
            case REPORTING -> report(state, conclusion(Field.read(state)), VenueSide.NONE, out);
            case FOUND -> report(state, Field.seen(state).trigger(), Field.seen(state), out);
        }
        if (at != IDLE) {
            out.add(Step.RECONCILER_CRASH, 0, IDLE.in(state));
        }
    }

    private void start(long state, Moves out) {
        OrderState order = Field.order(state);
        if (order.isFinal() || order == OrderState.APPROVED) {
            return;
        }
        long read = Field.READ.set(state, order);
        out.add(Step.PASS, 0, STARTED.in(Field.DUE.set(read, due(order, Field.epoch(state)) ? 1 : 0)));
    }

    private boolean due(OrderState order, Epoch now) {
        return switch (order) {
            case UNKNOWN -> now.atLeast(Epoch.HORIZON_OVER);
            case QUARANTINED -> now.atLeast(Epoch.QUARANTINE_OVER) || defect == Defect.NO_QUARANTINE;
            case NEW,
                    RISK_REJECTED,
                    APPROVED,
                    BLOCKED,
                    EXPIRED_UNSENT,
                    SENDING,
                    OPEN,
                    PARTIALLY_FILLED,
                    FILLED,
                    REJECTED,
                    CANCELED,
                    EXPIRED,
                    NOT_PLACED -> false;
        };
    }

    private void look(long state, Moves out) {
        out.add(Step.LOOK_UNANSWERED, 0, IDLE.in(state));
        if (Field.venueOrder(state) == VenueSide.NONE || Field.FORGOTTEN.on(state)) {
            out.add(Step.LOOK_NOT_FOUND, 0, afterNotFound(state).in(state));
        } else {
            out.add(Step.LOOK_FOUND, 0, found(state));
        }
    }

    private static long found(long state) {
        boolean quarantined = Field.read(state) == OrderState.QUARANTINED;
        return FOUND.in(Field.SEEN.set(state, Field.venueOrder(state).inTheTablesWords(quarantined)));
    }

    private ReconcilerAt afterNotFound(long state) {
        boolean resting = Field.read(state) == OrderState.OPEN || Field.read(state) == OrderState.PARTIALLY_FILLED;
        if (resting) {
            return IDLE;
        }
        if (defect == Defect.NOT_FOUND_IS_FINAL || Field.read(state) == OrderState.SENDING) {
            return REPORTING;
        }
        if (Field.read(state) == OrderState.UNKNOWN) {
            return ReconcilerAt.NOT_FOUND;
        }
        return Field.DUE.on(state) ? ENDING : IDLE;
    }

    private static void count(long state, Moves out) {
        int checks = Math.min(NOT_FOUND_CHECKS, Field.CHECKS.of(state) + 1);
        long counted = Field.CHECKS.set(state, checks);
        boolean due = checks == NOT_FOUND_CHECKS && Field.DUE.on(state);
        out.add(Step.COUNT, 0, (due ? ENDING : IDLE).in(counted));
        out.add(Step.COUNT_UNHEARD, 0, IDLE.in(counted));
        out.add(Step.COUNT_FAILED, 0, IDLE.in(state));
    }

    private static void askTheRest(long state, Moves out) {
        boolean shown = !Field.FORGOTTEN.on(state);
        VenueSide order = Field.venueOrder(state);
        if (shown && order.open()) {
            out.add(Step.OPEN_AFTER_ALL, 0, found(state));
        } else if (shown && order.filled() != Field.FILLED.of(state)) {
            out.add(Step.POSITION_DIFFERS, 0, IDLE.in(state));
        } else {
            out.add(Step.AGREED, 0, REPORTING.in(state));
        }
    }

    private OrderTrigger conclusion(OrderState read) {
        if (defect == Defect.NOT_FOUND_IS_FINAL || read == OrderState.QUARANTINED) {
            return OrderTrigger.QUARANTINE_ENDED;
        }
        return read == OrderState.SENDING ? OrderTrigger.OUTCOME_UNKNOWN : OrderTrigger.NOT_FOUND;
    }

    private void report(long state, OrderTrigger trigger, VenueSide seen, Moves out) {
        long reported = store.report(state, trigger, seen.filled(), seen.filled());
        out.add(Step.BOOK, 0, IDLE.in(reported));
        out.add(Step.BOOK_UNHEARD, 0, IDLE.in(reported));
        out.add(Step.BOOK_FAILED, 0, IDLE.in(state));
        if (seen.filled() > 0) {
            out.add(Step.BOOK_WITHOUT_FILLS, 0, IDLE.in(store.report(state, trigger, seen.filled(), 0)));
        }
    }
}
