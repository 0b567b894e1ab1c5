package dev.sextant.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The Runtime API of one function on loopback, as Lambda's documentation describes it ("Using the Lambda runtime API",
 * version 2018-06-01): the runtime asks for the next event, and posts an answer or an error under the event's id.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String PREFIX = "/2018-06-01/runtime/";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ACCEPTED = 202;

    private record Invocation(String id, String event, long deadlineMs) {}

    private final String functionArn;
    private final HttpServer server;
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Outcome>> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Outcome> initError = new CompletableFuture<>();

    private RuntimeApi(String functionArn, HttpServer server) {
        this.functionArn = functionArn;
        this.server = server;
    }

    static RuntimeApi start(String function) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RuntimeApi api = new RuntimeApi("arn:aws:lambda:us-east-1:123456789012:function:" + function, server);
        server.createContext(PREFIX, api::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return api;
    }

    /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Hands the event to whoever asks next; completes with what came of it, or with why nobody can ask. */
    CompletableFuture<Outcome> invoke(String event, Duration timeout) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Invocation invocation =
                new Invocation(UUID.randomUUID().toString(), event, System.currentTimeMillis() + timeout.toMillis());
        running.put(invocation.id, outcome);
        waiting.add(invocation);
        return outcome.applyToEither(initError, either -> either);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
            String[] parts = path.split("/", -1);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String call = exchange.getRequestMethod() + " " + (parts.length == 3 ? "invocation/*/" + parts[2] : path);
            switch (call) {
                case "GET invocation/next" -> next(exchange);
                case "POST invocation/*/response" -> settle(exchange, parts[1], new Outcome.Answered(body));
                case "POST invocation/*/error" -> settle(exchange, parts[1], failed(body));
                case "POST init/error" -> {
                    Outcome.Failed failed = failed(body);
                    initError.complete(new Outcome.NotStarted(failed.type() + ": " + failed.message()));
                    exchange.sendResponseHeaders(ACCEPTED, -1);
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        Invocation invocation;
        try {
            invocation = waiting.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", invocation.id);
        exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadlineMs));
        exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        exchange.getResponseHeaders()
                .set(
                        "Lambda-Runtime-Trace-Id",
                        "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0");
        byte[] event = invocation.event.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    private void settle(HttpExchange exchange, String id, Outcome outcome) throws IOException {
        CompletableFuture<Outcome> invocation = running.remove(id);
        exchange.sendResponseHeaders(invocation == null ? 404 : ACCEPTED, -1);
        if (invocation != null) {
            invocation.complete(outcome);
        }
    }

    private static Outcome.Failed failed(String body) throws IOException {
        JsonNode error = JSON.readTree(body);
        return new Outcome.Failed(
                error.path("errorType").asText(), error.path("errorMessage").asText());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
