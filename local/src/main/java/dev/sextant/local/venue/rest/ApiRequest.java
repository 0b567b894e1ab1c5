package dev.sextant.local.venue.rest;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param query as sent, not decoded; blank when there is none
 * @param body as sent; blank when there is none
 * @param apiKey from the header, or null
 * @param parameters decoded; where query and body have the same name the query wins
 */
record ApiRequest(
        String method,
        String path,
        String query,
        String body,
        @Nullable String apiKey,
        Map<String, String> parameters) {

    private static final int MAX_BODY_BYTES = 1 << 16;

    static ApiRequest read(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
        return of(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                new String(bytes, StandardCharsets.UTF_8),
                exchange.getRequestHeaders().getFirst("X-MBX-APIKEY"));
    }

    static ApiRequest of(String method, String path, String query, String body, @Nullable String apiKey) {
        Map<String, String> parameters = new LinkedHashMap<>();
        addPairs(body, parameters);
        addPairs(query, parameters);
        return new ApiRequest(method, path, query, body, apiKey, parameters);
    }

    private static void addPairs(String encoded, Map<String, String> parameters) {
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            // A stray percent sign: the text itself is what a parameter check will then refuse.
            return text;
        }
    }

    Params params() {
        return new Params(parameters);
    }
}
