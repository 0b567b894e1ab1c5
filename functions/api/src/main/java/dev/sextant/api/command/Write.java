package dev.sextant.api.command;

import dev.sextant.api.http.ApiException;
import dev.sextant.api.setup.OperatorToken;
import io.micronaut.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request that wants to change something. Nothing in it is believed until {@link #admittedBy} has passed. */
public final class Write {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,64}");

    private final @Nullable String authorization;
    private final @Nullable String idempotencyKey;
    private final String target;
    private final byte[] body;

    /**
     * A write as it arrived.
     *
     * @param target method and path, what the key is bound to beside the body
     */
    Write(@Nullable String authorization, @Nullable String idempotencyKey, String target, byte[] body) {
        this.authorization = authorization;
        this.idempotencyKey = idempotencyKey;
        this.target = target;
        this.body = body;
    }

    /** Lets the request through when it is the operator's, or refuses it with 401. */
    public void admittedBy(OperatorToken operator) {
        if (!operator.admits(authorization)) {
            throw ApiException.refused(
                    HttpStatus.UNAUTHORIZED,
                    "unauthorized",
                    "a write needs the header Authorization: Bearer <operator token>; the desk prints the token when it starts");
        }
    }

    /** The key under which this write has one effect. */
    public String key() {
        String expected = "1 to 64 visible ASCII characters, a new one for each command";
        if (idempotencyKey == null) {
            throw ApiException.missing("Idempotency-Key", expected);
        }
        if (!KEY.matcher(idempotencyKey).matches()) {
            throw ApiException.badValue("Idempotency-Key", idempotencyKey, expected);
        }
        return idempotencyKey;
    }

    /**
     * What it asks for.
     *
     * @param fields the only ones that the body may have beside {@code reason}
     */
    public CommandBody content(String... fields) {
        return CommandBody.read(body, fields);
    }

    /** What makes two requests the same: method, path and body, byte for byte. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(target.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
