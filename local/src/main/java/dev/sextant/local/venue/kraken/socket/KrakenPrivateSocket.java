package dev.sextant.local.venue.kraken.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.http.LoopbackSocketServer;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.faults.ObservedRequest;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.local.venue.kraken.KrakenTexts;
import dev.sextant.local.venue.kraken.Latency;
import dev.sextant.local.venue.kraken.account.AccountEvents;
import dev.sextant.local.venue.kraken.account.KrakenExchange;
import dev.sextant.local.venue.kraken.account.Market;
import dev.sextant.local.venue.kraken.account.Order;
import dev.sextant.local.venue.kraken.account.Tokens;
import dev.sextant.local.venue.kraken.account.Trade;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.jspecify.annotations.Nullable;

/**
 * The private WebSocket port of the made-up Kraken on loopback. Of the faults of a request it knows those that end the
 * connection, before the request or in place of its answer, and answers on request, which come beside the venue's own.
 */
public final class KrakenPrivateSocket implements AccountEvents, AutoCloseable {

    /** What requests are called to faults, where REST has POST; the path is {@code /v2/add_order}. */
    public static final String METHOD = "SOCKET";

    private static final long HEARTBEAT_MS = 1_000;

    private final Market market;
    private final KrakenExchange exchange;
    private final PrivateRequests requests;
    private final EpochClock clock;
    private final Faults faults;
    private final Latency latency;
    private final Map<WebSocket, Subscriptions> connections = new LinkedHashMap<>();
    private final Sockets sockets = new Sockets();
    private long opened;
    private long heard;
    private long heartbeatMs;

    /** A server that is not open yet. */
    public KrakenPrivateSocket(
            Market market, KrakenExchange exchange, Tokens tokens, EpochClock clock, Faults faults, Latency latency) {
        this.latency = latency;
        this.market = market;
        this.exchange = exchange;
        this.requests = new PrivateRequests(exchange, tokens);
        this.clock = clock;
        this.faults = faults;
    }

    /** Opens the port. */
    public void open() throws InterruptedException {
        synchronized (market) {
            exchange.listen(this);
            market.onStep(this::beat);
        }
        sockets.open();
    }

    /** {@code ws://127.0.0.1:port/v2}. */
    public URI uri() {
        return URI.create("ws://127.0.0.1:" + sockets.getPort() + "/v2");
    }

    @Override
    public void order(Change change, Order order, @Nullable Trade trade, long nowMs) {
        toAll(each -> each.tell("executions", "update", List.of(Frames.change(change, order, trade, nowMs)), nowMs));
    }

    @Override
    public void balance(Entry entry) {
        toAll(each -> each.tell("balances", "update", List.of(Frames.balance(entry)), entry.atMs()));
    }

    /** Tells everybody who is connected what the venue lets be done now; the caller holds the market's monitor. */
    public void tellStatus() {
        connections.values().forEach(each -> each.send(status(each)));
    }

    private String status(Subscriptions of) {
        return KrakenTexts.status(Long.MIN_VALUE + of.number(), exchange.state());
    }

    private void heard(Subscriptions from, String message) {
        long nowMs = clock.nowMs();
        try {
            Request request = Request.read(message);
            RequestFault fault = faults.onRequest(
                    new ObservedRequest(++heard, METHOD, "/v2/" + request.method(), request.shown(), nowMs));
            switch (fault) {
                case RequestFault.None _, RequestFault.Delay _ -> requests.answer(from, request, nowMs);
                case RequestFault.DropRequest _ -> from.cut();
                case RequestFault.DropReply _ -> {
                    from.cut();
                    requests.answer(from, request, nowMs);
                }
                case RequestFault.Refuse refuse -> from.send(refuse.body());
                case RequestFault.AnswerInstead instead -> {
                    requests.answer(from, request, nowMs);
                    from.send(instead.body());
                }
            }
        } catch (JsonProcessingException e) {
            from.send(KrakenTexts.refused("error", "Malformed request", "", "", nowMs));
        }
    }

    private void toAll(Consumer<Subscriptions> told) {
        List.copyOf(connections.values()).forEach(told);
    }

    private void beat(long nowMs) {
        if (nowMs - heartbeatMs >= HEARTBEAT_MS) {
            heartbeatMs = nowMs;
            toAll(each -> {
                if (each.any()) {
                    each.send("{\"channel\":\"heartbeat\"}");
                }
            });
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
            synchronized (market) {
                Subscriptions connection = new Subscriptions(++opened, this, socket, faults, latency);
                connections.put(socket, connection);
                connection.send(status(connection));
            }
        }

        @Override
        public void onMessage(WebSocket socket, String message) {
            latency.after(() -> arrived(socket, message));
        }

        private void arrived(WebSocket socket, String message) {
            synchronized (market) {
                Subscriptions connection = connections.get(socket);
                if (connection != null) {
                    heard(connection, message);
                }
            }
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            synchronized (market) {
                connections.remove(socket);
            }
        }

        @Override
        public void onError(@Nullable WebSocket socket, Exception failure) {
            synchronized (market) {
                connections.remove(socket);
            }
        }
    }
}
