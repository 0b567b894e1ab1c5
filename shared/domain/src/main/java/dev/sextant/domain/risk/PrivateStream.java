package dev.sextant.domain.risk;

/**
 * The account's private stream at the venue, over which orders and fills are told.
 *
 * @param lastAliveMs market time at which it last spoke, or from which on it was expected to, epoch milliseconds
 */
public record PrivateStream(long lastAliveMs) {

    /** Silence beyond which nothing is entered: what an order did meanwhile may be unknown. */
    public static final long LIMIT_MS = 30_000;
}
