package dev.sextant.venues.kraken.trade;

import dev.sextant.venues.http.Backoff;

/**
 * How the adapter talks to Kraken.
 *
 * @param placementLifeMs from signing to the {@code deadline} of an order, 2,000 to 60,000: how late the venue may still
 *     take it. REST's lower bound is told as 2 s on one page and 0.5 s on another; the larger one is kept to
 * @param attempts how often a read or a cancel is tried at most, above 0; a placement is tried once, whatever stands here
 * @param backoff between attempts
 */
public record KrakenTradeSettings(long placementLifeMs, int attempts, Backoff backoff) {

    private static final long SHORTEST_MS = 2_000;
    private static final long LONGEST_MS = 60_000;

    public KrakenTradeSettings {
        if (placementLifeMs < SHORTEST_MS || placementLifeMs > LONGEST_MS) {
            throw new IllegalArgumentException(
                    "placementLifeMs is " + placementLifeMs + ", expected " + SHORTEST_MS + " to " + LONGEST_MS);
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts is " + attempts + ", expected 1 or more");
        }
    }

    /** Orders good for 2 s; reads and cancels tried up to three times, waits of up to 250 ms, doubling. */
    public static KrakenTradeSettings standard() {
        return new KrakenTradeSettings(SHORTEST_MS, 3, new Backoff(250, 10_000));
    }
}
