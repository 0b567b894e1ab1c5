package dev.sextant.local.venue.rest;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over query and body, as they were sent, joined without separator. */
final class Signatures {

    private static final String NAME = "signature=";

    private Signatures() {}

    /** Whether the request's last parameter is the right signature of everything before it. */
    static boolean isValid(ApiRequest request, String secret) {
        Split body = Split.of(request.body());
        Split query = Split.of(request.query());
        boolean inBody = !body.signature().isEmpty();
        String payload = inBody ? request.query() + body.rest() : query.rest() + request.body();
        String given = inBody ? body.signature() : query.signature();
        return MessageDigest.isEqual(bytes(hex(secret, payload)), bytes(given.toLowerCase(Locale.ROOT)));
    }

    /** A text and the signature that was its last parameter; blank when it has none there. */
    private record Split(String rest, String signature) {

        static Split of(String text) {
            int start = text.startsWith(NAME) ? 0 : text.lastIndexOf("&" + NAME) + 1;
            boolean isLast = text.startsWith(NAME, start) && text.indexOf('&', start) < 0;
            return isLast
                    ? new Split(text.substring(0, Math.max(0, start - 1)), text.substring(start + NAME.length()))
                    : new Split(text, "");
        }
    }

    /** The signature in lower-case hex. */
    static String hex(String secret, String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes(payload)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
