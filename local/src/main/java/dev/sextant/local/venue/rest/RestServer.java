package dev.sextant.local.venue.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.http.LoopbackHttp;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.faults.ObservedRequest;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.local.venue.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The venue's REST port on the loopback interface; each request runs on a virtual thread. */
public final class RestServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);
    private static final int OK = 200;
    private static final int INTERNAL_ERROR = 500;

    private record Answer(int status, String body, Map<String, String> headers) {}

    private final Router router;
    private final Faults faults;
    private final EpochClock marketClock;
    private final HttpServer server;
    private final ExecutorService executor = LoopbackHttp.threads("venue");
    private final AtomicLong sequence = new AtomicLong();

    RestServer(Router router, Faults faults, EpochClock marketClock) throws IOException {
        this.router = router;
        this.faults = faults;
        this.marketClock = marketClock;
        this.server = LoopbackHttp.create(0);
        server.setExecutor(executor);
        server.createContext("/", this::serve);
    }

    /** Opens the port. */
    public void open() {
        server.start();
    }

    /** {@code http://127.0.0.1:port}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            ApiRequest request = ApiRequest.read(exchange);
            RequestFault fault = faults.onRequest(new ObservedRequest(
                    sequence.incrementAndGet(),
                    request.method(),
                    request.path(),
                    request.parameters(),
                    marketClock.nowMs()));
            switch (fault) {
                case RequestFault.None _ -> send(exchange, answer(request));
                case RequestFault.DropRequest _ -> {}
                case RequestFault.DropReply _ -> answer(request);
                case RequestFault.Refuse refuse ->
                    send(exchange, new Answer(refuse.status(), refuse.body(), refuse.headers()));
                case RequestFault.AnswerInstead instead -> {
                    answer(request);
                    send(exchange, new Answer(instead.status(), instead.body(), Map.of()));
                }
                case RequestFault.Delay delay -> {
                    hold(delay.before());
                    Answer answer = answer(request);
                    hold(delay.after());
                    send(exchange, answer);
                }
            }
        }
    }

    private static void hold(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(ApiRequest request) {
        try {
            String body = Json.write(router.answer(request));
            return new Answer(OK, body, router.headers(request));
        } catch (ApiError e) {
            Map<String, String> headers = router.headers(request);
            if (e.retryAfterSeconds() > 0) {
                headers.put("Retry-After", Long.toString(e.retryAfterSeconds()));
            }
            return new Answer(e.status(), error(e.code(), e.text()), headers);
        } catch (RuntimeException e) {
            // A defect of ours must look like one of the venue's, not like a dead connection.
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return new Answer(INTERNAL_ERROR, error(-1000, "An unknown error occurred."), Map.of());
        }
    }

    private static String error(int code, String text) {
        return Json.write(Json.object().put("code", code).put("msg", text));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
