package dev.sextant.venues.binance.trade;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Request parameters in the order they were added, percent-encoded as they come (RFC 3986, UTF-8, upper-case hex), so
 * that the bytes that get signed are the bytes that get sent.
 */
final class Parameters {

    private static final String UNRESERVED = "-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final StringBuilder encoded = new StringBuilder();

    Parameters with(String name, String value) {
        if (!encoded.isEmpty()) {
            encoded.append('&');
        }
        encoded.append(name).append('=').append(encode(value));
        return this;
    }

    Parameters with(String name, long value) {
        return with(name, Long.toString(value));
    }

    Parameters copy() {
        Parameters copy = new Parameters();
        copy.encoded.append(encoded);
        return copy;
    }

    String encoded() {
        return encoded.toString();
    }

    static String encode(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.toHexDigits(b));
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || UNRESERVED.indexOf(b) >= 0;
    }
}
