package dev.sextant.local.venue.kraken.rest;

import dev.sextant.local.venue.kraken.account.Right;
import java.util.Base64;
import java.util.Set;

/**
 * A key of the account. The secret never appears in text.
 *
 * @param secret base64, as the venue shows it
 */
public record KrakenKey(String key, String secret, Set<Right> rights) {

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
