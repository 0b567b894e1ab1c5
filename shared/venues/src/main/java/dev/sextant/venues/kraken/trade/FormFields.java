package dev.sextant.venues.kraken.trade;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Fields of a form in the order they were added, encoded as they come, so that what is signed is what is sent. */
final class FormFields {

    private final StringBuilder encoded = new StringBuilder();

    FormFields with(String name, String value) {
        if (!encoded.isEmpty()) {
            encoded.append('&');
        }
        encoded.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    FormFields with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** The text, empty without fields. */
    String encoded() {
        return encoded.toString();
    }

    /** The body of a private call: the nonce, then the fields. */
    String body(long nonce) {
        return encoded.isEmpty() ? "nonce=" + nonce : "nonce=" + nonce + "&" + encoded;
    }
}
