package dev.sextant.local.venue.kraken.rest;

import dev.sextant.local.venue.kraken.account.Right;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * A key of the account. The secret never appears in text.
 *
 * @param secret base64, as the venue shows it
 * @param terms are told and not held to
 */
public record KrakenKey(String key, String secret, Set<Right> rights, Terms terms) {

    /**
     * What a key was made with beside its rights.
     *
     * @param nonceWindow 0 for none
     * @param validUntilSeconds 0 for ever
     * @param addresses empty for any
     */
    public record Terms(long nonceWindow, long validUntilSeconds, List<String> addresses) {

        /** Nonces that rise, no end, one address. */
        public static final Terms CAREFUL = new Terms(0, 0, List.of("127.0.0.1"));

        public Terms {
            addresses = List.copyOf(addresses);
        }
    }

    /** A key on careful terms. */
    public KrakenKey(String key, String secret, Set<Right> rights) {
        this(key, secret, rights, Terms.CAREFUL);
    }

    public KrakenKey {
        rights = Set.copyOf(rights);
        if (key.isBlank()) {
            throw new IllegalArgumentException("the key is blank, expected the text that requests name it by");
        }
        try {
            if (Base64.getDecoder().decode(secret).length == 0) {
                throw new IllegalArgumentException("the secret of a key is empty, expected base64");
            }
        } catch (IllegalArgumentException e) {
            // The decoder's words show a sign of it.
            throw new IllegalArgumentException("the secret of a key can't be read, expected base64");
        }
    }

    @Override
    public String toString() {
        return "KrakenKey[" + key + ", " + rights + "]";
    }
}
