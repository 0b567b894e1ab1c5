package dev.sextant.venues.kraken.trade;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code API-Sign}: base64 of HMAC-SHA512 over the path and SHA-256 of nonce and body. The body is signed as
 * it is sent, a form or JSON, and contains the nonce as well. Holds the secret and never shows it.
 */
final class KrakenSigner {

    private static final String HMAC = "HmacSHA512";

    private final SecretKeySpec key;

    KrakenSigner(byte[] secret) {
        this.key = new SecretKeySpec(secret, HMAC);
    }

    /**
     * @param path the path alone: {@code /0/private/AddOrder}
     * @param body exactly what is sent
     * @throws IllegalArgumentException when the body lacks the nonce: the venue would refuse it
     */
    String sign(String path, long nonce, String body) {
        if (!body.contains(Long.toString(nonce))) {
            throw new IllegalArgumentException("the body of " + path + " lacks the nonce " + nonce);
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(path.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(digest(nonce, body)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + HMAC, e);
        }
    }

    /** SHA-256 of the nonce's digits followed by the body. */
    static byte[] digest(long nonce, String body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((nonce + body).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "KrakenSigner[***]";
    }
}
