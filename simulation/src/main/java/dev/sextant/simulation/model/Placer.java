package dev.sextant.simulation.model;

import static dev.sextant.simulation.model.PlacerAt.*;

import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a placer does: takes the record, reads the time, claims, sends once, reports. */
final class Placer {

    private final Store store;
    private final @Nullable Defect defect;

    Placer(Store store, @Nullable Defect defect) {
        this.store = store;
        this.defect = defect;
    }

    void moves(long state, int who, Moves out) {
        PlacerAt at = PlacerAt.of(who, state);
        switch (at) {
            case IDLE -> {
                if (Field.RECORD.on(state)) {
                    out.add(Step.TAKE, who, TAKEN.in(who, state));
                }
            }
            case TAKEN -> stamp(state, who, out);
            case STAMPED_FRESH, STAMPED_STALE, UNSURE_FRESH, UNSURE_STALE -> claim(state, who, at, out);
            case GRANTED -> send(state, who, out);
            case WAITING -> await(state, who, out);
            case HEARD_OPEN -> report(state, who, OrderTrigger.VENUE_OPEN, 0, out);
            case HEARD_FILLED -> report(state, who, OrderTrigger.VENUE_FILLED, VenueSide.SIZE, out);
            case HEARD_REJECTED -> report(state, who, OrderTrigger.VENUE_REJECTED, 0, out);
            case HEARD_UNKNOWN -> report(state, who, OrderTrigger.OUTCOME_UNKNOWN, 0, out);
        }
        if (at != IDLE) {
            out.add(Step.CRASH, who, stopped(state, who));
        }
    }

    private void stamp(long state, int who, Moves out) {
        out.add(Step.NO_TIME, who, done(state, who));
        boolean seenBlocked = defect == Defect.KILL_BEFORE_CLAIM && Field.KILLED.on(state);
        boolean seenClaimed = defect == Defect.NO_CLAIM && Field.order(state) != OrderState.APPROVED;
        if (seenBlocked) {
            long blocked =
                    Field.order(state) == OrderState.APPROVED ? Field.ORDER.set(state, OrderState.BLOCKED) : state;
            out.add(Step.NOT_APPROVED, who, done(blocked, who));
        } else if (seenClaimed) {
            out.add(Step.NOT_APPROVED, who, done(state, who));
        } else {
            PlacerAt stamped = Field.epoch(state) == Epoch.BEFORE_EXPIRY ? STAMPED_FRESH : STAMPED_STALE;
            out.add(Step.STAMP, who, stamped.in(who, state));
        }
    }

    private void claim(long state, int who, PlacerAt at, Moves out) {
        boolean fresh = at == STAMPED_FRESH || at == UNSURE_FRESH;
        PlacerAt unsure = fresh ? UNSURE_FRESH : UNSURE_STALE;
        boolean had = store.holds(state, who);
        long claimed = had ? state : store.claim(state, who, fresh);
        if (store.holds(claimed, who)) {
            Step granted = had ? Step.CLAIM_GRANTED_AGAIN : Step.CLAIM_GRANTED;
            out.add(granted, who, GRANTED.in(who, claimed));
            if (!had) {
                out.add(Step.CLAIM_GRANTED_UNHEARD, who, unsure.in(who, claimed));
            }
        } else {
            out.add(Step.CLAIM_DENIED, who, done(claimed, who));
            out.add(Step.CLAIM_DENIED_UNHEARD, who, unsure.in(who, claimed));
        }
        out.add(Step.CLAIM_FAILED, who, unsure.in(who, state));
        if (at == unsure) {
            out.add(Step.CLAIM_GIVEN_UP, who, stopped(state, who));
        }
    }

    private static void send(long state, int who, Moves out) {
        out.add(Step.ABANDON, who, HEARD_REJECTED.in(who, state));
        for (Field slot : RequestAt.SLOTS) {
            if (!slot.on(state)) {
                long sent = slot.set(state, RequestAt.ON_ITS_WAY);
                sent = RequestAt.waitsFor(slot).set(sent, who);
                out.add(Step.SEND, who, WAITING.in(who, sent));
                return;
            }
        }
    }

    private void await(long state, int who, Moves out) {
        Optional<Field> request = requestOf(state, who);
        Optional<PlacerAt> heard =
                request.map(slot -> RequestAt.of(slot, state)).flatMap(Placer::heard);
        if (heard.isPresent()) {
            out.add(Step.HEAR, who, heard.get().in(who, letGo(state, who)));
        }
        Step step = request.isPresent() ? Step.ANSWER_LOST : Step.NO_ANSWER;
        PlacerAt next = defect == Defect.RETRY_LOST_ANSWER ? GRANTED : HEARD_UNKNOWN;
        out.add(step, who, next.in(who, letGo(state, who)));
    }

    private static Optional<PlacerAt> heard(RequestAt request) {
        return switch (request) {
            case NONE, ON_ITS_WAY, QUEUED -> Optional.empty();
            case ANSWERED_OPEN -> Optional.of(HEARD_OPEN);
            case ANSWERED_FILLED -> Optional.of(HEARD_FILLED);
            case ANSWERED_REJECTED -> Optional.of(HEARD_REJECTED);
            // An order of ours exists, so this is no refusal.
            case ANSWERED_DUPLICATE -> Optional.of(HEARD_UNKNOWN);
        };
    }

    private void report(long state, int who, OrderTrigger trigger, int filled, Moves out) {
        long reported = store.report(state, trigger, filled, filled);
        out.add(Step.REPORT, who, done(reported, who));
        out.add(Step.REPORT_UNHEARD, who, stopped(reported, who));
        out.add(Step.REPORT_FAILED, who, stopped(state, who));
        if (filled > 0) {
            out.add(Step.REPORT_WITHOUT_FILLS, who, done(store.report(state, trigger, filled, 0), who));
        }
    }

    /** The record is dealt with. */
    private static long done(long state, int who) {
        return Field.RECORD.set(stopped(state, who), 0);
    }

    /** The placer's memory is gone, its token with it; what it sent goes on without it. */
    private static long stopped(long state, int who) {
        long next = IDLE.in(who, letGo(state, who));
        return Field.TOKEN.of(next) == who ? Field.TOKEN.set(next, Store.TOKEN_GONE) : next;
    }

    private static long letGo(long state, int who) {
        Field slot = requestOf(state, who).orElse(null);
        if (slot == null) {
            return state;
        }
        long next = RequestAt.waitsFor(slot).set(state, 0);
        return RequestAt.of(slot, state).answered() ? slot.set(next, RequestAt.NONE) : next;
    }

    private static Optional<Field> requestOf(long state, int who) {
        return RequestAt.SLOTS.stream()
                .filter(slot -> RequestAt.waitsFor(slot).of(state) == who)
                .findFirst();
    }
}
