package dev.sextant.api.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The token that every write needs. Only its SHA-256 is known here, and it is compared in constant time. */
public final class OperatorToken {

    /** The environment variable that holds the hash. */
    public static final String VARIABLE = "SEXTANT_OPERATOR_TOKEN_SHA256";

    /** No token is configured, so nobody may write. */
    public static final OperatorToken NONE = new OperatorToken(null);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] hash;

    private OperatorToken(byte @Nullable [] hash) {
        this.hash = hash;
    }

    /**
     * The token with this hash.
     *
     * @param sha256Hex 64 lower-case hex digits
     */
    public static OperatorToken ofHash(String sha256Hex) {
        if (!HASH.matcher(sha256Hex).matches()) {
            // The value is not repeated: somebody may have put the token itself there.
            throw new IllegalArgumentException(VARIABLE + " is not a SHA-256, expected 64 lower-case hex digits");
        }
        return new OperatorToken(HexFormat.of().parseHex(sha256Hex));
    }

    /** The hash under which a token is configured. */
    public static String hashOf(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    /** Whether an {@code Authorization} header carries the token. */
    public boolean admits(@Nullable String authorization) {
        if (hash == null
                || authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        return MessageDigest.isEqual(
                hash, sha256(authorization.substring(SCHEME.length()).strip()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
