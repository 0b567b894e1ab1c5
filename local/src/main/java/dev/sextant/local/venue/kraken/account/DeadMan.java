package dev.sextant.local.venue.kraken.account;

import java.util.OptionalLong;

/** Cancels everything unless it is armed anew in time. Off at first, and after it fired. */
public final class DeadMan {

    private static final int LONGEST_SECONDS = 86_400;

    private OptionalLong firesAtMs = OptionalLong.empty();

    /** Arms it, or switches it off with 0. Answers when it fires. */
    public OptionalLong arm(long timeoutSeconds, long nowMs) {
        if (timeoutSeconds < 0 || timeoutSeconds >= LONGEST_SECONDS) {
            throw Refusal.argument("timeout");
        }
        firesAtMs = timeoutSeconds == 0 ? OptionalLong.empty() : OptionalLong.of(nowMs + timeoutSeconds * 1_000);
        return firesAtMs;
    }

    /** Whether it fires now. It is off then. */
    boolean fires(long nowMs) {
        boolean due = firesAtMs.isPresent() && nowMs >= firesAtMs.getAsLong();
        if (due) {
            firesAtMs = OptionalLong.empty();
        }
        return due;
    }
}
