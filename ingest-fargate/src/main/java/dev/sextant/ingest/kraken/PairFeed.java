package dev.sextant.ingest.kraken;

import dev.sextant.venues.http.Backoff;

/** One pair's subscription. */
final class PairFeed {

    /** How long an answer or a snapshot may take. */
    private static final long PATIENCE_MS = 10_000;

    /** A book that keeps being wrong is asked for ever more seldom. */
    private static final Backoff AGAIN = new Backoff(500, 60_000);

    /** A book that was right for so long has its failures forgiven. */
    private static final long FORGIVEN_AFTER_MS = 300_000;

    enum State {
        /** To be subscribed when its time comes. */
        DUE,
        /** The end of the subscription was asked for, the beginning of another comes when it is granted. */
        ENDING,
        /** Asked for; the snapshot has not come. */
        ASKED,
        /** The book follows the venue's. */
        LIVE,
        /** The venue doesn't give it. */
        REFUSED
    }

    private State state = State.DUE;

    /** Whether the venue may still be sending it. */
    private boolean subscribed;

    private long dueMs;
    private long sinceMs;
    private int failures;

    State state() {
        return state;
    }

    boolean isLive() {
        return state == State.LIVE;
    }

    /** Whether the venue's next message of the book counts: it follows the venue's, or its snapshot was asked for. */
    boolean isAwaited() {
        return state == State.LIVE || state == State.ASKED;
    }

    /** Whether something has to be asked for now. */
    boolean isDue(long nowMs) {
        return switch (state) {
            case DUE -> nowMs >= dueMs;
            case ENDING, ASKED -> nowMs - sinceMs > PATIENCE_MS;
            case LIVE, REFUSED -> false;
        };
    }

    /** Whether what is due is the end of a subscription; else it is a beginning. */
    boolean endsFirst() {
        return subscribed && state != State.ENDING;
    }

    /** The connection is new. */
    void reset(long nowMs) {
        subscribed = false;
        to(State.DUE, nowMs);
        dueMs = nowMs;
    }

    void asked(long nowMs) {
        subscribed = true;
        to(State.ASKED, nowMs);
    }

    void ending(long nowMs) {
        to(State.ENDING, nowMs);
    }

    /** The venue has ended the subscription. */
    void ended(long nowMs) {
        subscribed = false;
        if (state == State.ENDING) {
            to(State.DUE, nowMs);
            dueMs = nowMs;
        }
    }

    void snapshot(long nowMs) {
        to(State.LIVE, nowMs);
    }

    void refused(long nowMs) {
        subscribed = false;
        to(State.REFUSED, nowMs);
    }

    /** The book is wrong: it ends, and begins again after a while, longer each time. */
    void fail(long nowMs, double random) {
        failures = state == State.LIVE && nowMs - sinceMs > FORGIVEN_AFTER_MS ? 0 : failures;
        to(State.DUE, nowMs);
        dueMs = nowMs + AGAIN.delayMs(failures, random);
        failures++;
    }

    private void to(State next, long nowMs) {
        state = next;
        sinceMs = nowMs;
    }
}
