package dev.sextant.venues.kraken.trade;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Kraken's words for the rights of a key, and what they are to a desk. */
public final class KeyWords {

    /** To ask for balances and orders. */
    public static final Set<String> ASKING = Set.of("query-funds", "query-open-trades", "query-closed-trades");

    /** To listen to the private socket. */
    public static final String SOCKET = "create-ws-token";

    /** To place and to cancel orders. */
    public static final Set<String> TRADING = Set.of("modify-trades", "close-trades");

    /** Withdrawing, or the step before it. */
    public static final Set<String> MOVING_OUT =
            Set.of("withdraw-funds", "add-withdraw-address", "update-withdraw-address");

    /** What nobody here uses and what moves nothing out of the account. */
    public static final Set<String> SUPERFLUOUS = Set.of("add-funds", "earn-funds", "query-ledger", "export-data");

    private KeyWords() {}

    /** That a key can move money out of the account, in a sentence; empty when it can't. */
    public static Optional<String> refusal(KeyInfo key) {
        Set<String> out = new TreeSet<>(MOVING_OUT);
        out.retainAll(key.rights());
        return out.isEmpty()
                ? Optional.empty()
                : Optional.of("the key can move money out of the account (" + String.join(", ", out) + ")");
    }
}
