package dev.sextant.venues.binance.trade;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A key pair of the venue. Its text form shows the first four characters of the key and nothing of the secret.
 *
 * @param apiKey sent with every signed request
 * @param kind how {@code secret} signs
 * @param secret the HMAC secret, or the Ed25519 private key as Base64 of PKCS#8
 */
public record Credentials(String apiKey, Kind kind, String secret) {

    /** The kinds of key Binance issues that the desk signs with. */
    public enum Kind {
        HMAC,
        ED25519
    }

    private static final int SHORTEST = 16;
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(.)\\1*|<.*>|\\$\\{.*|your[-_ ].*|.*(changeme|change-me|change_me|placeholder|replace-me|replace_me|example).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public Credentials {
        refuse("API key", apiKey);
        refuse("secret", secret);
    }

    /**
     * The credentials named {@code PREFIX_API_KEY} with either {@code PREFIX_API_SECRET} (HMAC) or
     * {@code PREFIX_PRIVATE_KEY} (Ed25519).
     *
     * @param environment usually {@link System#getenv()}
     * @throws IllegalArgumentException naming the variable, when one is missing, short, or still the text of a template
     */
    public static Credentials fromEnvironment(Map<String, String> environment, String prefix) {
        String apiKey = environment.getOrDefault(prefix + "_API_KEY", "");
        String secret = environment.getOrDefault(prefix + "_API_SECRET", "");
        String privateKey = environment.getOrDefault(prefix + "_PRIVATE_KEY", "");
        if (secret.isBlank() == privateKey.isBlank()) {
            throw new IllegalArgumentException("exactly one of " + prefix + "_API_SECRET and " + prefix
                    + "_PRIVATE_KEY must be set, found " + (secret.isBlank() ? "neither" : "both"));
        }
        refuse(prefix + "_API_KEY", apiKey);
        refuse(prefix + (secret.isBlank() ? "_PRIVATE_KEY" : "_API_SECRET"), secret.isBlank() ? privateKey : secret);
        return secret.isBlank()
                ? new Credentials(apiKey, Kind.ED25519, privateKey)
                : new Credentials(apiKey, Kind.HMAC, secret);
    }

    private static void refuse(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is empty, expected the value the exchange issued");
        }
        if (PLACEHOLDER.matcher(value.strip()).matches()) {
            throw new IllegalArgumentException(name + " is a placeholder, expected the value the exchange issued");
        }
        if (value.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    name + " has " + value.length() + " characters, expected at least " + SHORTEST);
        }
    }

    RequestSigner signer() {
        return switch (kind) {
            case HMAC -> new HmacSigner(secret);
            case ED25519 -> new Ed25519Signer(secret);
        };
    }

    @Override
    public String toString() {
        return "Credentials[" + kind + ", key " + apiKey.substring(0, 4) + "…, secret ***]";
    }
}
