package dev.sextant.venues.kraken.feed;

import java.util.OptionalLong;

/**
 * Asks the other side for a sign of life now and then: news that come say nothing of whether requests are heard, and an answer
 * says nothing of whether news come. Times are milliseconds of a clock that never goes back. Called by the public feed and the
 * private stream, each from within its own lock.
 */
public final class PingWatch {

    /** How often it is asked. */
    public static final long EVERY_MS = 10_000;

    /** How long the answer may take. */
    public static final long PATIENCE_MS = 5_000;

    private static final long NONE = -1;

    private long request = NONE;
    private long atMs;
    private OptionalLong roundTripMs = OptionalLong.empty();

    /** The connection is new. */
    public void reset(long nowMs) {
        request = NONE;
        atMs = nowMs;
        roundTripMs = OptionalLong.empty();
    }

    /** Whether it is time to send one; never while one is unanswered. */
    public boolean isDue(long nowMs) {
        return request == NONE && nowMs - atMs >= EVERY_MS;
    }

    /** A ping left with this request's id. */
    public void sent(long id, long nowMs) {
        request = id;
        atMs = nowMs;
    }

    /** Whether an answer is late. */
    public boolean isLate(long nowMs) {
        return request != NONE && nowMs - atMs > PATIENCE_MS;
    }

    /** A pong came; one that answers no ping of ours changes nothing. */
    public void answered(OptionalLong id, long nowMs) {
        if (request != NONE && id.isPresent() && id.getAsLong() == request) {
            request = NONE;
            roundTripMs = OptionalLong.of(Math.max(0, nowMs - atMs));
        }
    }

    /** Of the last ping that was answered on this connection. */
    public OptionalLong roundTripMs() {
        return roundTripMs;
    }
}
