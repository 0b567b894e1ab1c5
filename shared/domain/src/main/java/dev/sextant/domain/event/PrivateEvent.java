package dev.sextant.domain.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A message of an account's private stream at the venue, as it came. The ingest, which holds the socket, puts it on the
 * stream; the reconciler, which knows the orders, reads it. It may come twice, late and out of order.
 *
 * @param eventTimeMs the venue's time of the message, epoch milliseconds
 * @param payload the venue's text, 1 to {@link #MAX_PAYLOAD} characters; keys of the stream are not in it
 */
public record PrivateEvent(Account account, long eventTimeMs, String payload) implements DecisionRecord {

    /** A longer message is not put on the stream; what it told is asked for by REST. */
    public static final int MAX_PAYLOAD = 60_000;

    private static final int FINGERPRINT_BYTES = 6;

    public PrivateEvent {
        if (payload.isEmpty() || payload.length() > MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "payload of a private event has " + payload.length() + " characters, expected 1 to " + MAX_PAYLOAD);
        }
    }

    /**
     * What stands in a payload in place of a stream's key: the first hex digits of its SHA-256, the same for the same key
     * and of no use to whoever wants to listen.
     */
    public static String fingerprint(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
