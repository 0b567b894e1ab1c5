package dev.sextant.venues.http;

/**
 * Exponential back-off with full jitter: before attempt n + 1 the wait is uniform between 0 and
 * {@code min(capMs, baseMs × 2ⁿ)}.
 *
 * @param baseMs longest wait after the first failure, positive
 * @param capMs longest wait ever, at least {@code baseMs}
 */
public record Backoff(long baseMs, long capMs) {

    private static final int MAX_DOUBLINGS = 20;

    public Backoff {
        if (baseMs <= 0 || capMs < baseMs) {
            throw new IllegalArgumentException(
                    "back-off base " + baseMs + " ms and cap " + capMs + " ms, expected 0 < base <= cap");
        }
    }

    /**
     * The wait after a failure.
     *
     * @param failures failures before this one, 0 after the first
     * @param random uniform in [0, 1)
     */
    public long delayMs(int failures, double random) {
        long longest = Math.min(capMs, baseMs << Math.min(failures, MAX_DOUBLINGS));
        return (long) (longest * random);
    }
}
