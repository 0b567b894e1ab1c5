package dev.sextant.venues.kraken.trade;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * What Kraken says of the key that asks ({@code GetApiKeyInfo}, which needs no right).
 *
 * @param nonce the last one it took, an unsigned number of 64 bits
 * @param nonceWindow how far below that a nonce may be and is taken all the same; 0 for not at all
 * @param rights in Kraken's words: {@code query-funds}, {@code modify-trades}, {@code withdraw-funds}, …
 * @param validUntilSeconds when it ends, seconds since 1970; 0 for never
 * @param queryFromSeconds histories begin here for it; 0 for no bound
 * @param queryToSeconds histories end here for it; 0 for no bound
 * @param addresses from which it may be used; empty for any
 */
public record KeyInfo(
        BigInteger nonce,
        long nonceWindow,
        Set<String> rights,
        long validUntilSeconds,
        long queryFromSeconds,
        long queryToSeconds,
        List<String> addresses) {

    public KeyInfo {
        rights = Set.copyOf(rights);
        addresses = List.copyOf(addresses);
    }
}
