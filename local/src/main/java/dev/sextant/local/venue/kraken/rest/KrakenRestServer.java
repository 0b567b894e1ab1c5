package dev.sextant.local.venue.kraken.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.http.LoopbackHttp;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.faults.ObservedRequest;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.local.venue.kraken.Latency;
import dev.sextant.local.venue.kraken.account.KrakenExchange;
import dev.sextant.local.venue.kraken.account.Market;
import dev.sextant.local.venue.kraken.account.Refusal;
import dev.sextant.local.venue.kraken.account.Tokens;
import dev.sextant.local.venue.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST port of the made-up Kraken on loopback; each request runs on a virtual thread. */
public final class KrakenRestServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KrakenRestServer.class);
    private static final int OK = 200;

    private final Market market;
    private final KrakenExchange exchange;
    private final KeyGate gate;
    private final PublicMethods open;
    private final Map<String, Method> methods = new HashMap<>();
    private final EpochClock clock;
    private final Faults faults;
    private final Latency latency;
    private final HttpServer server;
    private final ExecutorService threads = LoopbackHttp.threads("kraken");
    private final AtomicLong sequence = new AtomicLong();

    /** A server on a free port. */
    public KrakenRestServer(
            Market market,
            KrakenExchange exchange,
            List<KrakenKey> keys,
            Tokens tokens,
            EpochClock clock,
            Faults faults,
            Latency latency)
            throws IOException {
        this.latency = latency;
        this.market = market;
        this.exchange = exchange;
        this.gate = new KeyGate(keys, exchange.setup().tier());
        this.open = new PublicMethods(exchange);
        this.clock = clock;
        this.faults = faults;
        methods.putAll(new OrderMethods(exchange).methods());
        methods.putAll(new HistoryMethods(exchange).methods());
        methods.putAll(new AccountMethods(exchange, tokens).methods());
        server = LoopbackHttp.create(0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** {@code http://127.0.0.1:port}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange http) throws IOException {
        try (http) {
            KrakenCall call = KrakenCall.read(http);
            latency.pass();
            RequestFault fault = faults.onRequest(new ObservedRequest(
                    sequence.incrementAndGet(),
                    call.method(),
                    call.path(),
                    call.form().fields(),
                    clock.nowMs()));
            switch (fault) {
                case RequestFault.None _ -> send(http, OK, answer(call));
                case RequestFault.DropRequest _ -> {}
                case RequestFault.DropReply _ -> answer(call);
                case RequestFault.Refuse refuse -> send(http, refuse.status(), refuse.body());
                case RequestFault.AnswerInstead instead -> {
                    answer(call);
                    send(http, instead.status(), instead.body());
                }
                case RequestFault.Delay delay -> {
                    hold(delay.before());
                    String answer = answer(call);
                    hold(delay.after());
                    send(http, OK, answer);
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

    private String answer(KrakenCall call) {
        try {
            ObjectNode body = Json.object();
            body.putArray("error");
            body.set("result", result(call));
            return Json.write(body);
        } catch (Refusal e) {
            return error(e.words());
        } catch (RuntimeException e) {
            // A defect of ours must look like one of the venue's, not like a dead connection.
            LOG.error("{} {} failed", call.method(), call.path(), e);
            return error("EGeneral:Internal error");
        }
    }

    private static String error(String words) {
        ObjectNode body = Json.object();
        body.putArray("error").add(words);
        return Json.write(body);
    }

    private JsonNode result(KrakenCall call) {
        long nowMs = clock.nowMs();
        if (call.path().startsWith(KrakenCall.PUBLIC)) {
            synchronized (market) {
                return open.answer(call.name(), call.form(), nowMs);
            }
        }
        Method method = methods.get(call.name());
        if (method == null || !call.method().equals("POST") || !call.path().startsWith(KrakenCall.PRIVATE)) {
            throw new Refusal("EGeneral:Unknown method");
        }
        KrakenKey key = gate.pass(call, method.need(), method.cost(), nowMs);
        synchronized (market) {
            exchange.state().requireAnything();
            return method.answer().to(call.form(), key, nowMs);
        }
    }

    private void send(HttpExchange http, int status, String answer) throws IOException {
        latency.pass();
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, body.length);
        http.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
