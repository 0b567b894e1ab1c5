package dev.sextant.ingest.rig;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.binance.market.MarketEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A venue on two free loopback ports: REST from a tape, streams that say what the test tells them to. */
public final class FakeVenue {

    private final Tape tape;
    private final HttpServer rest;
    private final Streams streams = new Streams();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    /** Connections to the market route, as they are accepted. */
    public final BlockingQueue<WebSocket> marketConnections = new LinkedBlockingQueue<>();

    /** Connections to the public route. */
    public final BlockingQueue<WebSocket> publicConnections = new LinkedBlockingQueue<>();

    /** Paths and queries asked. */
    public final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    public FakeVenue(Tape tape) throws IOException, InterruptedException {
        this.tape = tape;
        rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rest.createContext("/", this::answer);
        rest.setExecutor(Thread::startVirtualThread);
        rest.start();
        streams.setReuseAddr(true);
        streams.start();
        if (!streams.started.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the stream server did not start");
        }
        answer("/fapi/v1/time", "{\"serverTime\":" + Tape.START_MS + "}");
    }

    public BinanceEndpoints endpoints() {
        return BinanceEndpoints.of(restUri(), URI.create("ws://127.0.0.1:" + streams.getPort()));
    }

    public URI restUri() {
        return URI.create("http://127.0.0.1:" + rest.getAddress().getPort());
    }

    /** What a path answers from now on, with status 200. */
    public FakeVenue answer(String path, String body) {
        answers.put(path, body);
        return this;
    }

    /** A path fails from now on. */
    public FakeVenue fail(String path, int status) {
        statuses.put(path, status);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestURI().toString());
            String body = path.equals("/fapi/v1/aggTrades")
                    ? aggTrades(exchange.getRequestURI().getQuery())
                    : answers.getOrDefault(path, "");
            int status = statuses.getOrDefault(path, body.isEmpty() ? 404 : 200);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String aggTrades(String query) {
        Map<String, String> parameters = List.of(query.split("&", -1)).stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        long fromId = Long.parseLong(parameters.getOrDefault("fromId", "0"));
        return tape.trades(new Symbol(parameters.getOrDefault("symbol", ""))).stream()
                .filter(trade -> trade.aggId() >= fromId)
                .limit(1_000)
                .map(FakeVenue::fields)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String fields(AggTrade trade) {
        return "{\"a\":" + trade.aggId() + ",\"p\":\"" + E8.print(trade.priceE8()) + "\",\"q\":\""
                + E8.print(trade.qtyE8()) + "\",\"f\":" + trade.firstTradeId() + ",\"l\":" + trade.lastTradeId()
                + ",\"T\":" + trade.tradeTimeMs() + ",\"m\":" + trade.buyerIsMaker() + "}";
    }

    /** An event as the venue writes it. */
    public static String message(MarketEvent event) {
        String head = "\"E\":" + event.eventTimeMs() + ",\"s\":\"" + event.symbol() + "\"";
        return switch (event) {
            case MarketEvent.Trade trade ->
                "{\"e\":\"aggTrade\"," + head + "," + fields(trade.trade()).substring(1);
            case MarketEvent.MarkPrice mark ->
                "{\"e\":\"markPriceUpdate\"," + head + ",\"p\":\"" + E8.print(mark.markE8()) + "\"}";
            case MarketEvent.TopOfBook top ->
                "{\"e\":\"bookTicker\",\"u\":" + top.updateId() + "," + head + ",\"b\":\"" + E8.print(top.bidE8())
                        + "\",\"B\":\"1\",\"a\":\"" + E8.print(top.askE8()) + "\",\"A\":\"1\"}";
            case MarketEvent.ForcedOrder _, MarketEvent.DepthChange _ ->
                throw new IllegalArgumentException("no test needs " + event);
        };
    }

    /** The next connection to the market route. */
    public WebSocket awaitMarket() throws InterruptedException {
        WebSocket connection = marketConnections.poll(10, TimeUnit.SECONDS);
        if (connection == null) {
            throw new AssertionError("nobody connected to the market streams");
        }
        return connection;
    }

    /** Ends everything. */
    public void close() throws InterruptedException {
        rest.stop(0);
        streams.stop(1_000);
    }

    private final class Streams extends WebSocketServer {
        private final CountDownLatch started = new CountDownLatch(1);

        Streams() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            boolean market = handshake.getResourceDescriptor().startsWith("/market/stream?streams=");
            (market ? marketConnections : publicConnections).add(connection);
        }

        @Override
        public void onMessage(WebSocket connection, String message) {}

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket connection, Exception error) {}
    }
}
