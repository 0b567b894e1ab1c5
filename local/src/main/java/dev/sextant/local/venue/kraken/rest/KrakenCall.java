package dev.sextant.local.venue.kraken.rest;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param body as sent
 * @param form of the body, of the query for GET
 */
record KrakenCall(
        String method,
        String path,
        String body,
        Form form,
        @Nullable String apiKey,
        @Nullable String apiSign) {

    static final String PRIVATE = "/0/private/";
    static final String PUBLIC = "/0/public/";

    private static final int MAX_BODY_BYTES = 1 << 16;

    static KrakenCall read(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
        String body = new String(bytes, StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        return new KrakenCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                body,
                Form.of(body.isEmpty() && query != null ? query : body),
                exchange.getRequestHeaders().getFirst("API-Key"),
                exchange.getRequestHeaders().getFirst("API-Sign"));
    }

    /** {@code AddOrder}; the whole path where it is of neither kind. */
    String name() {
        return path.startsWith(PRIVATE)
                ? path.substring(PRIVATE.length())
                : path.startsWith(PUBLIC) ? path.substring(PUBLIC.length()) : path;
    }
}
