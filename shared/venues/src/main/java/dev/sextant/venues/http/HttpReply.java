package dev.sextant.venues.http;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * A complete HTTP answer, whatever its status.
 *
 * @param status HTTP status code
 * @param headers names compare without case
 * @param body the text, read as UTF-8
 */
public record HttpReply(int status, HttpHeaders headers, String body) {

    private static final int SHOWN = 200;

    static HttpReply of(int status, HttpHeaders headers, byte[] body) {
        return new HttpReply(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    /** A header that is a whole number, or empty when it is absent or anything else. */
    public OptionalLong longHeader(String name) {
        String text = headers.firstValue(name).orElse("");
        return text.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** The beginning of the body, for messages. */
    public String excerpt() {
        return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
    }
}
