package dev.sextant.local.dataapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Calls that come over HTTP. */
final class HttpCalls implements HttpHandler {

    /** How much of a too large request is read away, so that the client gets its answer instead of a reset. */
    private static final long DRAIN_BYTES = 16L << 20;

    private final Protocol protocol;

    HttpCalls(Protocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            RawAnswer answer = answer(exchange);
            if (answer != null) {
                answer.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(answer.status(), answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    /** Null when it is to be lost. */
    private @Nullable RawAnswer answer(HttpExchange exchange) throws IOException {
        long headerBytes = exchange.getRequestHeaders().entrySet().stream()
                .mapToLong(header -> header.getKey().length()
                        + 4
                        + header.getValue().stream().mapToLong(String::length).sum())
                .sum();
        int room = protocol.room(headerBytes);
        InputStream in = exchange.getRequestBody();
        byte[] body = in.readNBytes(room + 1);
        if (body.length > room) {
            in.skip(DRAIN_BYTES);
            return protocol.tooLarge();
        }
        return protocol.answer(new RawCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().containsKey("Authorization"),
                body));
    }
}
