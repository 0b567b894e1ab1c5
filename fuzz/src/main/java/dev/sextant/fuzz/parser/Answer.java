package dev.sextant.fuzz.parser;

import dev.sextant.venues.http.HttpGet;
import dev.sextant.venues.http.HttpReply;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** An HTTP client that always gets the answer it was told: status and body come from the input. */
final class Answer implements HttpGet {

    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (_, _) -> true);

    private int status;
    private String body = "";

    /** The letter that begins an input chooses the endpoint; a capital one makes it an error. */
    int take(byte[] input) {
        char first = input.length == 0 ? 'a' : (char) (input[0] & 0x7f);
        body = input.length == 0 ? "" : new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        status = first >= 'A' && first <= 'Z' ? 400 : 200;
        return first & 0x1f;
    }

    @Override
    public HttpReply get(URI uri, Duration timeout) {
        return new HttpReply(status, NO_HEADERS, body);
    }
}
