package dev.sextant.local.poller;

/**
 * What happens to a batch that fails.
 *
 * @param bisect halve it first; halving doesn't count as a retry
 * @param maxRetries how often it is tried again before it is put aside; −1 for ever
 * @param maxRecordAgeMs records that have been in the stream for longer are put aside without a call; −1 never
 */
public record ErrorHandling(boolean bisect, int maxRetries, long maxRecordAgeMs) {

    /** Halve, five retries, any age. */
    public static final ErrorHandling DEFAULT = new ErrorHandling(true, 5, -1);

    /** Halve, then the same record again and again. */
    public static final ErrorHandling NEVER_GIVES_UP = new ErrorHandling(true, -1, -1);

    public ErrorHandling {
        if (maxRetries < -1 || maxRecordAgeMs < -1) {
            throw new IllegalArgumentException("maxRetries " + maxRetries + " and maxRecordAgeMs " + maxRecordAgeMs
                    + ": expected -1 (without limit) or more");
        }
    }

    boolean isExhausted(int retries) {
        return maxRetries >= 0 && retries >= maxRetries;
    }

    boolean isTooOld(long ageMs) {
        return maxRecordAgeMs >= 0 && ageMs > maxRecordAgeMs;
    }
}
