package dev.sextant.simulation.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the venue was heard of: {@code risk.venue_contacts}, the reconciler's status and {@code ops.private_streams}. */
final class Contacts {

    private @Nullable Long firstAskedMs;
    private @Nullable Long answeredMs;
    private @Nullable Long streamExpectedMs;
    private @Nullable Long streamAliveMs;
    private @Nullable Pass pass;
    private long passStep;

    /** {@code risk.watch}. */
    void asked(boolean answered, long nowMs) {
        firstAskedMs = firstAskedMs == null ? Long.valueOf(nowMs) : firstAskedMs;
        answeredMs = answered ? Long.valueOf(nowMs) : answeredMs;
    }

    /** Null when another account's pass has taken its place. */
    void reconciled(@Nullable Pass newest, long step) {
        pass = newest;
        passStep = step;
    }

    @Nullable
    Pass pass() {
        return pass;
    }

    /** The pass, if it came after a step. */
    @Nullable
    Pass passSince(long step) {
        return passStep > step ? pass : null;
    }

    void streamExpected(long nowMs) {
        streamExpectedMs = streamExpectedMs == null ? Long.valueOf(nowMs) : streamExpectedMs;
    }

    void streamAlive(long atMs) {
        if (streamExpectedMs != null) {
            streamAliveMs = later(streamAliveMs, atMs);
        }
    }

    /** When it was asked for the first time, and when it last answered; empty when nobody has asked. */
    Optional<String> words() {
        return Optional.ofNullable(firstAskedMs)
                .map(first -> first + " " + (answeredMs == null ? "-" : answeredMs.toString()));
    }

    /** {@code risk.venue_reached_at}. */
    @Nullable
    Long reachedMs() {
        Long readMs = pass != null && pass.readAll() ? Long.valueOf(pass.atMs()) : null;
        Long reachedMs = later(answeredMs, readMs);
        return reachedMs == null ? firstAskedMs : reachedMs;
    }

    boolean expectsStream() {
        return streamExpectedMs != null;
    }

    /** {@code risk.stream_seen}. */
    @Nullable
    Long streamSeenMs() {
        return later(streamAliveMs, streamExpectedMs);
    }

    private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}
