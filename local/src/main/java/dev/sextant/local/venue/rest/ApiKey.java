package dev.sextant.local.venue.rest;

/** A key pair the venue knows. The secret never appears in text. */
public record ApiKey(String key, String secret) {

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
