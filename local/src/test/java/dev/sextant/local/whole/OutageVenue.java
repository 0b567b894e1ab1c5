package dev.sextant.local.whole;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A busy venue in real time: so many trades a second of one symbol, each a function of its id, over real sockets. */
final class OutageVenue implements AutoCloseable {

    private static final long EVERY_MS = 50;
    private static final Pattern FROM_ID = Pattern.compile("fromId=(\\d+)");

    private final int tradesASecond;
    private final HttpServer rest;
    private final Streams streams = new Streams();
    private final ScheduledExecutorService feed = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong told = new AtomicLong();
    private volatile long startMs;
    private long markedSecond;

    OutageVenue(int tradesASecond) throws IOException, InterruptedException {
        this.tradesASecond = tradesASecond;
        rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rest.createContext("/", this::answer);
        rest.start();
        streams.setReuseAddr(true);
        streams.start();
        if (!streams.started.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the stream server did not start");
        }
    }

    URI restUri() {
        return URI.create("http://127.0.0.1:" + rest.getAddress().getPort());
    }

    URI streamUri() {
        return URI.create("ws://127.0.0.1:" + streams.getPort());
    }

    /** Begins to trade once somebody listens. */
    void begin() throws InterruptedException {
        if (!streams.listening.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody listens");
        }
        startMs = System.currentTimeMillis();
        markedSecond = startMs / 1_000;
        var _ = feed.scheduleAtFixedRate(this::tell, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Ends the trading; returns how many trades there were, ids from 0. */
    long end() throws InterruptedException {
        feed.shutdown();
        if (!feed.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the feed does not end");
        }
        return told.get();
    }

    private void tell() {
        long nowMs = System.currentTimeMillis();
        long until = (nowMs - startMs) * tradesASecond / 1_000;
        for (long id = told.get(); id < until; id++) {
            streams.broadcast("{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":" + nowMs
                    + ",\"s\":\"BTCUSDT\"," + trade(id) + "}}");
            told.set(id + 1);
        }
        if (nowMs / 1_000 > markedSecond) {
            markedSecond = nowMs / 1_000;
            streams.broadcast("{\"stream\":\"btcusdt@markPrice@1s\",\"data\":{\"e\":\"markPriceUpdate\",\"E\":" + nowMs
                    + ",\"s\":\"BTCUSDT\",\"p\":\"60000.1\",\"i\":\"60000\",\"r\":\"0.0001\",\"T\":"
                    + (nowMs + 3_600_000)
                    + "}}");
        }
    }

    private String trade(long id) {
        long mixed = (id * 0x9E3779B97F4A7C15L) >>> 40;
        return "\"a\":" + id + ",\"p\":\"" + (60_000 + mixed % 40) + "." + mixed % 10 + "\",\"q\":\"0."
                + (100 + mixed % 900) + "\",\"f\":" + 2 * id + ",\"l\":" + (2 * id + 1) + ",\"T\":"
                + (startMs + id * 1_000 / tradesASecond) + ",\"m\":" + (mixed % 2 == 0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = switch (path) {
                case "/fapi/v1/time" -> "{\"serverTime\":" + System.currentTimeMillis() + "}";
                case "/fapi/v1/aggTrades" -> history(exchange.getRequestURI().getQuery());
                default -> "";
            };
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String history(String query) {
        Matcher matcher = FROM_ID.matcher(query);
        long from = matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
        return LongStream.range(from, Math.min(from + 1_000, told.get()))
                .mapToObj(id -> "{" + trade(id) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public void close() {
        feed.shutdownNow();
        rest.stop(0);
        try {
            streams.stop(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Streams extends WebSocketServer {
        private final CountDownLatch started = new CountDownLatch(1);
        private final CountDownLatch listening = new CountDownLatch(1);

        Streams() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            if (handshake.getResourceDescriptor().startsWith("/market/")) {
                listening.countDown();
            }
        }

        @Override
        public void onMessage(WebSocket socket, String message) {}

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket socket, Exception error) {}
    }
}
