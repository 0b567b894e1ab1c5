package dev.sextant.local.venue.kraken;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.http.LoopbackSocketServer;
import dev.sextant.local.venue.kraken.account.Market;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.local.venue.kraken.account.SystemState;
import dev.sextant.venues.kraken.feed.KrakenRequests;
import dev.sextant.venues.kraken.feed.MarketStatus;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;

/**
 * The public side of Kraken on a loopback port: instruments, books with checksums, heartbeats, pings, answers and
 * refusals. Its books go on when {@link #step} is called, by whoever owns its time, and when somebody trades.
 */
public final class KrakenVenueServer implements Market, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long HEARTBEAT_MS = 1_000;

    private final VenueBooks books;
    private final EpochClock clock;
    private final BookSubscriptions<WebSocket> subscribed;
    private final Sockets sockets;
    private final PublicNews news;
    private Set<String> muted = Set.of();
    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private SystemState state = SystemState.ONLINE;
    private long heartbeatMs;
    private long connections;

    /** A server on a free port. */
    public KrakenVenueServer(VenueBooks books, EpochClock clock) throws InterruptedException {
        this.books = books;
        this.clock = clock;
        this.subscribed = new BookSubscriptions<>(books, KrakenVenueServer::send);
        this.news = new PublicNews(books, (socket, text) -> {
            if (!muted.contains(text.startsWith("{\"channel\":\"trade\"") ? PublicNews.TRADE : PublicNews.TICKER)) {
                send(socket, text);
            }
        });
        sockets = new Sockets();
        sockets.open();
    }

    /** Where its public WebSocket is. */
    public URI address() {
        return URI.create("ws://127.0.0.1:" + sockets.getPort() + "/v2");
    }

    /** The books go on to now, and those who subscribed are told. */
    public synchronized void step() {
        long nowMs = clock.nowMs();
        books.step(nowMs, change -> {
            // First what may be done: a book that is told while its pair is closed is no news.
            subscribed.lookAtStatuses();
            subscribed.changed(change, nowMs);
        });
        subscribed.lookAtStatuses();
        if (nowMs - heartbeatMs >= HEARTBEAT_MS) {
            heartbeatMs = nowMs;
            subscribed.each(socket -> send(socket, "{\"channel\":\"heartbeat\"}"));
        }
        steps.forEach(step -> step.at(nowMs));
    }

    @Override
    public void onStep(Step step) {
        steps.add(step);
    }

    @Override
    public List<Pair> pairs() {
        return books.pairs();
    }

    @Override
    public synchronized MarketStatus status(Pair pair) {
        return books.status(find(pair.symbol()));
    }

    @Override
    public synchronized List<Taken> take(Pair pair, Side side, BigDecimal limit, BigDecimal quantity) {
        int place = find(pair.symbol());
        Side from = side == Side.BUY ? Side.SELL : Side.BUY;
        List<Taken> taken = new ArrayList<>();
        List<long[]> touched = new ArrayList<>();
        BigDecimal rest = books.status(place).takesLimitOrders() ? quantity : BigDecimal.ZERO;
        for (long[] level : books.levels(place, from, Integer.MAX_VALUE)) {
            BigDecimal price = BigDecimal.valueOf(level[0], pair.priceDigits());
            boolean beyond = side == Side.BUY ? price.compareTo(limit) > 0 : price.compareTo(limit) < 0;
            if (rest.signum() == 0 || beyond) {
                break;
            }
            BigDecimal part = rest.min(BigDecimal.valueOf(level[1], pair.quantityDigits()));
            rest = rest.subtract(part);
            books.take(
                    place,
                    from,
                    level[0],
                    part.movePointRight(pair.quantityDigits()).longValueExact());
            taken.add(new Taken(price, part));
            touched.add(level);
        }
        if (!taken.isEmpty()) {
            subscribed.changed(
                    new BookChange(
                            place, from == Side.BUY ? touched : List.of(), from == Side.BUY ? List.of() : touched),
                    clock.nowMs());
            news.traded(place, side, taken, clock.nowMs());
        }
        return taken;
    }

    /** A fault: nothing of these kinds is sent from now on. {@code trade}, {@code ticker}, {@code pong}; none mends it. */
    public synchronized void mute(Set<String> kinds) {
        muted = Set.copyOf(kinds);
    }

    /** Tells everybody who is connected what the venue lets be done from now on. */
    public synchronized void set(SystemState next) {
        state = next;
        sockets.getConnections().forEach(this::tellStatus);
    }

    private void tellStatus(WebSocket socket) {
        // ids of the venue exceed a signed number: so do these
        Long id = socket.getAttachment();
        send(socket, KrakenTexts.status(id == null ? 0 : id, state));
    }

    private synchronized void request(WebSocket from, String text) {
        long nowMs = clock.nowMs();
        try {
            JsonNode json = JSON.readTree(text);
            String request = json.path("req_id").isIntegralNumber() ? ",\"req_id\":" + json.path("req_id") : "";
            String method = json.path("method").asText();
            switch (method) {
                case "ping" -> {
                    if (!muted.contains("pong")) {
                        send(from, KrakenTexts.pong(request, nowMs));
                    }
                }
                case "subscribe", "unsubscribe" -> subscription(from, method, json.path("params"), request, nowMs);
                default -> send(from, KrakenTexts.refused("error", "Unsupported method", "", request, nowMs));
            }
        } catch (JsonProcessingException e) {
            send(from, KrakenTexts.refused("error", "Malformed request", "", "", nowMs));
        }
    }

    private void subscription(WebSocket from, String method, JsonNode params, String request, long nowMs) {
        switch (params.path("channel").asText()) {
            case "instrument" -> {
                send(from, KrakenTexts.granted(method, "\"channel\":\"instrument\",\"snapshot\":true", request, nowMs));
                if (method.equals("subscribe")) {
                    subscribed.instruments(from);
                } else {
                    subscribed.noInstruments(from);
                }
            }
            case "book" -> {
                int depth = params.path("depth").asInt(10);
                if (!KrakenRequests.DEPTHS.contains(depth)) {
                    send(from, KrakenTexts.refused(method, "Subscription depth not supported", "", request, nowMs));
                    return;
                }
                params.path("symbol").forEach(symbol -> book(from, method, symbol.asText(), depth, request, nowMs));
            }
            case PublicNews.TRADE, PublicNews.TICKER ->
                params.path("symbol").forEach(symbol -> news(from, method, symbol.asText(), params, request, nowMs));
            default -> send(from, KrakenTexts.refused(method, "Channel not supported", "", request, nowMs));
        }
    }

    private void news(WebSocket from, String method, String symbol, JsonNode params, String request, long nowMs) {
        String channel = params.path("channel").asText();
        int pair = find(symbol);
        if (pair < 0 || !params.path("event_trigger").asText("trades").equals("trades")) {
            String error = pair < 0 ? "Currency pair not supported " + symbol : "Event trigger not supported";
            send(from, KrakenTexts.refused(method, error, symbol, request, nowMs));
            return;
        }
        String granted = "\"channel\":\"" + channel + "\",\"symbol\":\"" + symbol + "\"";
        send(from, KrakenTexts.granted(method, granted, request, nowMs));
        if (method.equals("unsubscribe")) {
            news.unsubscribe(from, channel, pair);
        } else {
            boolean snapshot = params.path("snapshot").asBoolean(channel.equals(PublicNews.TICKER));
            news.subscribe(from, channel, pair, snapshot, nowMs);
        }
    }

    private void book(WebSocket from, String method, String symbol, int depth, String request, long nowMs) {
        int pair = find(symbol);
        if (pair < 0) {
            send(from, KrakenTexts.refused(method, "Currency pair not supported " + symbol, symbol, request, nowMs));
            return;
        }
        String granted = "\"channel\":\"book\",\"depth\":" + depth + ",\"symbol\":\"" + symbol + "\"";
        send(from, KrakenTexts.granted(method, granted, request, nowMs));
        if (method.equals("unsubscribe")) {
            subscribed.end(from, pair);
        } else {
            subscribed.begin(from, pair, depth, nowMs);
        }
    }

    private int find(String symbol) {
        List<Pair> pairs = books.pairs();
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.get(pair).symbol().equals(symbol)) {
                return pair;
            }
        }
        return -1;
    }

    private static void send(WebSocket to, String text) {
        try {
            if (to.isOpen()) {
                to.send(text);
            }
        } catch (WebsocketNotConnectedException _) {
            // It closed between being looked up and being written to; what is told to the others goes on.
        }
    }

    @Override
    public void close() {
        try {
            sockets.stop(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Sockets extends LoopbackSocketServer {
        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            synchronized (KrakenVenueServer.this) {
                socket.setAttachment(Long.MIN_VALUE + ++connections);
                tellStatus(socket);
            }
        }

        @Override
        public void onMessage(WebSocket socket, String message) {
            request(socket, message);
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            leave(socket);
        }

        @Override
        public void onError(WebSocket socket, Exception failure) {
            if (socket != null) {
                leave(socket);
            }
        }

        private void leave(WebSocket socket) {
            synchronized (KrakenVenueServer.this) {
                subscribed.leave(socket);
                news.left(socket);
            }
        }
    }
}
