package dev.sextant.local.venue.kraken.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Tokens for private sockets: each opens subscriptions for a quarter of an hour. */
public final class Tokens {

    /** How long one opens a subscription. */
    public static final long VALID_SECONDS = 900;

    private final Ids ids;
    private final Map<String, Token> minted = new HashMap<>();

    private record Token(Set<Right> rights, long untilMs) {}

    /** @param seed of the tokens */
    public Tokens(long seed) {
        this.ids = new Ids(seed);
    }

    /** A new one that may do what its key may. */
    public synchronized String mint(Set<Right> rights, long nowMs) {
        String token = ids.token();
        minted.put(token, new Token(Set.copyOf(rights), nowMs + VALID_SECONDS * 1_000));
        return token;
    }

    /** Whether it may open a subscription now. */
    public synchronized boolean opens(String token, long nowMs) {
        Token known = minted.get(token);
        return known != null && known.untilMs() > nowMs;
    }

    /** What it lets be done; nothing when nobody minted it. */
    public synchronized Set<Right> rights(String token) {
        Token known = minted.get(token);
        return known == null ? Set.of() : known.rights();
    }
}
