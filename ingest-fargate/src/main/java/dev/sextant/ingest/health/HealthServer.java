package dev.sextant.ingest.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** {@code GET /health}: 200 with the figures while live, else 503 with the same figures. */
public final class HealthServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Health health;
    private final TopOfBooks tops;

    private HealthServer(HttpServer server, Health health, TopOfBooks tops) {
        this.server = server;
        this.health = health;
        this.tops = tops;
    }

    /** @param address where to listen; port 0 takes a free one */
    public static HealthServer start(InetSocketAddress address, Health health, TopOfBooks tops) throws IOException {
        HealthServer page = new HealthServer(HttpServer.create(address, 0), health, tops);
        page.server.createContext("/health", page::answer);
        page.server.setExecutor(page.threads);
        page.server.start();
        return page;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            byte[] body = HealthJson.of(health, tops).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(health.phase() == Phase.LIVE ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
