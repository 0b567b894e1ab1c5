package dev.sextant.local.venue.kraken.account;

import java.util.HashMap;
import java.util.Map;

/** Tokens for private sockets: each opens subscriptions for a quarter of an hour. */
public final class Tokens {

    /** How long one opens a subscription. */
    public static final long VALID_SECONDS = 900;

    private final Ids ids;
    private final Map<String, Long> until = new HashMap<>();

    /** @param seed of the tokens */
    public Tokens(long seed) {
        this.ids = new Ids(seed);
    }

    public synchronized String mint(long nowMs) {
        until.values().removeIf(end -> end < nowMs);
        String token = ids.token();
        until.put(token, nowMs + VALID_SECONDS * 1_000);
        return token;
    }

    /** Whether it may open a subscription now. */
    public synchronized boolean opens(String token, long nowMs) {
        return until.getOrDefault(token, 0L) > nowMs;
    }
}
