package dev.sextant.ingest.kraken;

import java.util.OptionalLong;

/** Asks the other side for a sign of life now and then: news that come say nothing of whether requests are heard. */
final class PingWatch {

    /** How often it is asked. */
    static final long EVERY_MS = 10_000;

    /** How long the answer may take. */
    static final long PATIENCE_MS = 5_000;

    private static final long NONE = -1;

    private long request = NONE;
    private long atMs;
    private OptionalLong roundTripMs = OptionalLong.empty();

    /** The connection is new. */
    void reset(long nowMs) {
        request = NONE;
        atMs = nowMs;
        roundTripMs = OptionalLong.empty();
    }

    boolean isDue(long nowMs) {
        return request == NONE && nowMs - atMs >= EVERY_MS;
    }

    void sent(long id, long nowMs) {
        request = id;
        atMs = nowMs;
    }

    /** Whether an answer is late. */
    boolean isLate(long nowMs) {
        return request != NONE && nowMs - atMs > PATIENCE_MS;
    }

    void answered(OptionalLong id, long nowMs) {
        if (request != NONE && id.isPresent() && id.getAsLong() == request) {
            request = NONE;
            roundTripMs = OptionalLong.of(Math.max(0, nowMs - atMs));
        }
    }

    /** Of the last ping that was answered on this connection. */
    OptionalLong roundTripMs() {
        return roundTripMs;
    }
}
