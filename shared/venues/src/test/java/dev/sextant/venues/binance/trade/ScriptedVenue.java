package dev.sextant.venues.binance.trade;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A venue on loopback that answers each endpoint with the steps it was given, in order, and writes down what came. */
final class ScriptedVenue implements AutoCloseable {

    /** What to do with one request. */
    @FunctionalInterface
    interface Step {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** One request as it arrived. */
    record Request(String method, String path, String rawQuery, Map<String, List<String>> headers, String body) {

        String endpoint() {
            return method + " " + path;
        }

        /** Decoded parameters in the order of arrival. */
        Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String pair : rawQuery.isEmpty() ? new String[0] : rawQuery.split("&", -1)) {
                String[] sides = pair.split("=", 2);
                parameters.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
            return parameters;
        }

        @Nullable
        String parameter(String name) {
            return parameters().get(name);
        }
    }

    /** The venue's time, answered to whoever asks. */
    final AtomicLong serverTimeMs = new AtomicLong(1_723_075_200_000L);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Deque<Step>> script = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    ScriptedVenue() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Adds the next step of an endpoint such as {@code POST /fapi/v1/order}. */
    ScriptedVenue on(String endpoint, Step step) {
        Deque<Step> steps = script.computeIfAbsent(endpoint, key -> new ArrayDeque<>());
        synchronized (steps) {
            steps.add(step);
        }
        return this;
    }

    /** All requests to an endpoint so far. */
    List<Request> to(String endpoint) {
        return requests.stream().filter(r -> r.endpoint().equals(endpoint)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request = new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                Map.copyOf(exchange.getRequestHeaders()),
                body);
        requests.add(request);
        next(request).answer(exchange);
    }

    private Step next(Request request) {
        Deque<Step> steps = script.getOrDefault(request.endpoint(), new ArrayDeque<>());
        synchronized (steps) {
            Step step = steps.poll();
            if (step != null) {
                return step;
            }
        }
        return request.endpoint().equals("GET /fapi/v1/time")
                ? json(200, "{\"serverTime\":" + serverTimeMs.get() + "}")
                : json(404, "no step is left for " + request.endpoint());
    }

    /** A whole answer. Headers come in pairs of name and value. */
    static Step json(int status, String body, String... headers) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    /** Takes the request and hangs up without a word. */
    static Step hangUp() {
        return HttpExchange::close;
    }

    /** Promises the whole body, sends a part of it and hangs up. */
    static Step cutOff(int status, String body, int bytes) {
        return exchange -> {
            byte[] whole = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, whole.length);
            exchange.getResponseBody().write(whole, 0, bytes);
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** Says nothing until the test is over. */
    Step silence() {
        return exchange -> waitForTheEnd();
    }

    /** Sends the headers and a part of the body, then nothing until the test is over. */
    Step stall(int status, String body, int bytes) {
        return exchange -> {
            byte[] whole = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, whole.length);
            exchange.getResponseBody().write(whole, 0, bytes);
            exchange.getResponseBody().flush();
            waitForTheEnd();
        };
    }

    private void waitForTheEnd() {
        try {
            if (!closing.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the test did not end within 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
