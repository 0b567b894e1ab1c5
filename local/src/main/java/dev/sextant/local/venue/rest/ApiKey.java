package dev.sextant.local.venue.rest;

/**
 * A key pair the venue knows, and what it may do. The secret never appears in text.
 *
 * @param rights as the exchange's API management would show them
 */
public record ApiKey(String key, String secret, Rights rights) {

    /** A key as a careful owner makes it. */
    public ApiKey(String key, String secret) {
        this(key, secret, Rights.careful());
    }

    /** The same key with other rights. */
    public ApiKey withRights(Rights other) {
        return new ApiKey(key, secret, other);
    }

    public ApiKey {
        if (key.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("an API key needs both key and secret");
        }
    }

    @Override
    public String toString() {
        return "ApiKey[" + key + "]";
    }
}
