package dev.sextant.domain.order;

import dev.sextant.domain.event.Account;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The identity of an order intent, derived and never drawn: the same demand always has the same id, so a repeated
 * delivery finds the first one. Rulings: hash(account, strategy version, signal or plan id, leg, purpose, cause).
 *
 * @param hex SHA-256 as 64 lower-case hex digits
 */
public record IntentId(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int CLIENT_ID_BYTES = 15;

    public IntentId {
        if (!fits(hex)) {
            throw new IllegalArgumentException("intent id '" + hex + "' is not 64 hex digits");
        }
    }

    /** Whether a text from outside can be an intent id. */
    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * The id of a demand.
     *
     * @param sourceId the signal or plan that wants it
     * @param leg 0 for single-leg trades
     * @param cause the id of the event that demanded it: the signal for an entry, a fill for its stop, an operator
     *     command for a manual close
     */
    public static IntentId derive(
            Account account, String strategyVersion, String sourceId, int leg, Purpose purpose, String cause) {
        String text = String.join("|", account.name(), strategyVersion, sourceId, "" + leg, purpose.name(), cause);
        return new IntentId(HexFormat.of().formatHex(sha256(text)));
    }

    /**
     * The client order id the venue sees: {@code sx} and the first 120 bits in base 32, 26 characters of
     * {@code [a-z2-7]}; within Binance's 36.
     */
    public String clientOrderId() {
        byte[] bytes = HexFormat.of().parseHex(hex, 0, CLIENT_ID_BYTES * 2);
        StringBuilder id = new StringBuilder("sx");
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                id.append(BASE32.charAt((buffer >> bits) & 31));
            }
        }
        return id.toString();
    }

    /**
     * The client order id for venues that want a UUID, such as Kraken: the first 122 bits, marked as version 8 (made by a
     * rule of our own), 36 characters.
     */
    public String clientOrderUuid() {
        String digits = hex.substring(0, 12) + "8" + hex.substring(13, 16)
                + "89ab".charAt(Character.digit(hex.charAt(16), 16) & 3) + hex.substring(17, 32);
        return digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
