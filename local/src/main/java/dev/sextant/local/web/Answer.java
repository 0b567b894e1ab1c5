package dev.sextant.local.web;

import com.sun.net.httpserver.HttpExchange;
import dev.sextant.api.http.ErrorBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back: status, headers and bytes. A HEAD gets the same without the bytes. */
final class Answer {

    private static final byte[] NOTHING = {};

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** An answer without a body. */
    static Answer empty(int status, Map<String, String> headers) {
        return new Answer(status, headers, NOTHING);
    }

    /** An error before any room was entered, in the API's own shape. */
    static Answer error(int status, String code, String message) {
        byte[] body = ErrorBody.of(code, message, Map.of(), "none").getBytes(StandardCharsets.UTF_8);
        return new Answer(
                status, PageHeaders.with("Content-Type", "application/json", "Cache-Control", "no-store"), body);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head || body.length == 0) {
            if (head && body.length > 0) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            }
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
