package dev.sextant.venues.kraken.trade;

import java.util.Base64;
import java.util.Map;

/**
 * An API key of Kraken. Its text form shows the first four characters of the key and nothing of the secret.
 *
 * @param apiKey sent with every private request
 * @param secret the private key as Kraken shows it: base64
 */
public record KrakenCredentials(String apiKey, String secret) {

    private static final int SHORTEST_KEY = 16;
    private static final int SHORTEST_SECRET_BYTES = 16;

    /** @throws IllegalArgumentException when one is missing or can't be; the message never has the secret */
    public KrakenCredentials {
        requireKey("API key", apiKey);
        requireSecret("API secret", secret);
    }

    /**
     * The credentials named {@code PREFIX_API_KEY} and {@code PREFIX_API_SECRET}.
     *
     * @param environment usually {@link System#getenv()}
     * @throws IllegalArgumentException naming the variable that is missing or can't be
     */
    public static KrakenCredentials fromEnvironment(Map<String, String> environment, String prefix) {
        String apiKey = environment.getOrDefault(prefix + "_API_KEY", "");
        String secret = environment.getOrDefault(prefix + "_API_SECRET", "");
        requireKey(prefix + "_API_KEY", apiKey);
        requireSecret(prefix + "_API_SECRET", secret);
        return new KrakenCredentials(apiKey, secret);
    }

    private static void requireKey(String name, String value) {
        if (value.length() < SHORTEST_KEY || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(name + " has " + value.length() + " characters, expected at least "
                    + SHORTEST_KEY + " visible ASCII characters as Kraken issued them");
        }
    }

    /** Neither the value nor the decoder's message, which quotes a character of it, may get out. */
    private static void requireSecret(String name, String value) {
        if (decoded(value).length < SHORTEST_SECRET_BYTES) {
            throw new IllegalArgumentException(name + " has " + value.length() + " characters and is not base64 of at"
                    + " least " + SHORTEST_SECRET_BYTES + " bytes, expected the private key as Kraken issued it");
        }
    }

    private static byte[] decoded(String value) {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    KrakenSigner signer() {
        return new KrakenSigner(decoded(secret));
    }

    @Override
    public String toString() {
        return "KrakenCredentials[key " + apiKey.substring(0, 4) + "…, secret ***]";
    }
}
