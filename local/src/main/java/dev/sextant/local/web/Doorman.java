package dev.sextant.local.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every request first: who asks, for what, and which of the two rooms it goes to. */
final class Doorman implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Doorman.class);

    private final ApiCalls api;
    private final StaticFiles files;

    Doorman(ApiCalls api, StaticFiles files) {
        this.api = api;
        this.files = files;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            Optional<Answer> refusal = Origin.refusal(exchange);
            return refusal.isPresent() ? refusal.get() : served(exchange);
        } catch (RuntimeException e) {
            // Whatever it was, the user gets one plain line and the log gets the rest.
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            return Answer.error(500, "internal", "something went wrong here; the desk's log says what");
        }
    }

    private Answer served(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/api") || path.startsWith("/api/")) {
            return api.answer(exchange);
        }
        return files.answer(exchange);
    }
}
