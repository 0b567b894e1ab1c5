package dev.sextant.domain.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One row of an account's audit log. Written by the database within the step that it tells of
 * ({@code ops.append_audit}); read by whoever verifies the log.
 *
 * @param account whose log it is
 * @param seq its place, 1 upwards without a hole
 * @param atMicros epoch microseconds of market time
 * @param actor who did it: a part of the desk or a person
 * @param action what was done, for example {@code claimed}
 * @param subject to what, for example an intent's id
 * @param detail in words
 * @param prevHash the hash of the row before, {@link #GENESIS} for the first
 * @param hash SHA-256 over all the rest, 64 hexadecimal digits in lower case
 */
public record AuditRow(
        String account,
        long seq,
        long atMicros,
        String actor,
        String action,
        String subject,
        String detail,
        String prevHash,
        String hash) {

    /** What the first row follows. */
    public static final String GENESIS = "0".repeat(64);

    /**
     * The hash this row must have. Each field goes in with its length in bytes of UTF-8 before it, so that no text can
     * pass from one field to the next without being seen.
     */
    public String computedHash() {
        MessageDigest digest = sha256();
        for (String field : List.of(
                prevHash, account, Long.toString(seq), Long.toString(atMicros), actor, action, subject, detail)) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
