package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sextant.local.http.LoopbackHttp;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Takes the ingest's acknowledgements of ticks, on loopback. */
final class AckServer implements AutoCloseable {

    /** The ingest has put everything up to a tick. Sequence numbers are empty when nothing was put yet. */
    record Ack(long tickMs, String marketSequence, String decisionsSequence) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer http;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<Ack> listener;

    private AckServer(HttpServer http, Consumer<Ack> listener) {
        this.http = http;
        this.listener = listener;
    }

    static AckServer start(Consumer<Ack> listener) throws IOException {
        HttpServer http = LoopbackHttp.create(0);
        AckServer server = new AckServer(http, listener);
        http.createContext("/ack", server::handle);
        http.setExecutor(server.workers);
        http.start();
        return server;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/ack");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            if (body == null || !body.path("tick_ms").isIntegralNumber()) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            listener.accept(new Ack(
                    body.path("tick_ms").longValue(),
                    body.path("market_sequence").asText(""),
                    body.path("decisions_sequence").asText("")));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }
}
