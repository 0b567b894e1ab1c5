package dev.sextant.venues.binance.market.rest;

import dev.sextant.venues.http.Backoff;
import java.time.Duration;

/**
 * How long a caller is ready to wait for a read.
 *
 * @param timeout bounds each attempt
 * @param attempts 1 or more
 * @param backoff between attempts
 * @param maxRateWaitMs longest wait for the rate budget; beyond it the read fails as throttled
 */
public record ReadPatience(Duration timeout, int attempts, Backoff backoff, long maxRateWaitMs) {

    /** For back-fills, which nobody waits for on screen: waits out a minute of rate limit. */
    public static ReadPatience patient() {
        return new ReadPatience(Duration.ofSeconds(10), 4, new Backoff(250, 10_000), 65_000);
    }

    /** For gaps in the running stream: two quick attempts, because later trades are held back meanwhile. */
    public static ReadPatience brisk() {
        return new ReadPatience(Duration.ofSeconds(4), 2, new Backoff(250, 500), 1_000);
    }

    /** For polls that may be skipped: one attempt, no waiting. */
    public static ReadPatience once(Duration timeout) {
        return new ReadPatience(timeout, 1, new Backoff(1, 1), 0);
    }
}
