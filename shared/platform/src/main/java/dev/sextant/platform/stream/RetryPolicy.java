package dev.sextant.platform.stream;

/**
 * Bounded, doubling back-off. Attempts that got at least one record through don't count.
 *
 * @param maxAttempts attempts in a row without progress before giving up, at least 1
 * @param firstPauseMs pause after the first of them
 * @param maxPauseMs upper bound of the doubling pause
 */
public record RetryPolicy(int maxAttempts, long firstPauseMs, long maxPauseMs) {

    /** Six attempts over about 1.5 seconds: longer outages are the caller's to spill. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(6, 50, 1_000);

    public RetryPolicy {
        if (maxAttempts < 1 || firstPauseMs < 0 || maxPauseMs < firstPauseMs) {
            throw new IllegalArgumentException("retry policy of " + maxAttempts + " attempts, pauses " + firstPauseMs
                    + " to " + maxPauseMs + " ms: expected at least 1 attempt and rising pauses");
        }
    }

    /** The pause after a number of attempts in a row without progress, counted from 1. */
    public long pauseMs(int failedAttempts) {
        int doublings = Math.min(failedAttempts - 1, 20);
        return Math.min(maxPauseMs, firstPauseMs << doublings);
    }
}
