package dev.sextant.venues.binance.market.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.MarketEvent;
import dev.sextant.venues.binance.market.MarketStream;
import dev.sextant.venues.binance.market.MarketStream.Kind;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.JdkSocketConnector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real loopback sockets, a clock moved by hand. Watched: BTCUSDT trades and mark price. */
class BinanceMarketSocketTest {

    private static final long HOUR_MS = 3_600_000;
    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final List<MarketStream> WATCHED =
            List.of(new MarketStream(Kind.AGG_TRADE, BTC), new MarketStream(Kind.MARK_PRICE, BTC));

    private final AtomicLong nowMs = new AtomicLong(1_000_000);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final HttpClient client = JdkHttpGet.newClient(Duration.ofSeconds(10));
    private LoopbackStreams venue;
    private BinanceMarketSocket socket;

    @BeforeEach
    void start() throws InterruptedException {
        venue = new LoopbackStreams().begin();
        socket = socket(venue.address());
    }

    private BinanceMarketSocket socket(URI address) {
        return new BinanceMarketSocket(
                address,
                WATCHED,
                new JdkSocketConnector(client, Duration.ofSeconds(10), 64 * 1024),
                new Listener(),
                SocketSettings.standard(),
                nowMs::get,
                () -> 0.5);
    }

    @AfterEach
    void stop() throws InterruptedException {
        socket.close();
        venue.stop(1_000);
        client.shutdownNow();
    }

    private void expect(String news) throws InterruptedException {
        assertEquals(news, heard.poll(10, TimeUnit.SECONDS));
    }

    private void pass(long durationMs) {
        nowMs.addAndGet(durationMs);
        socket.check();
    }

    private WebSocket connect() throws InterruptedException {
        socket.check();
        WebSocket connection = venue.awaitConnection();
        expect("connected");
        return connection;
    }

    private static String trade(long id) {
        return "{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":1750000000100,\"s\":\"BTCUSDT\",\"a\":"
                + id + ",\"p\":\"60000.1\",\"q\":\"1\",\"f\":1,\"l\":1,\"T\":1750000000050,\"m\":true}}";
    }

    private static String mark() {
        return "{\"stream\":\"btcusdt@markPrice@1s\",\"data\":{\"e\":\"markPriceUpdate\",\"E\":1750000001000,"
                + "\"s\":\"BTCUSDT\",\"p\":\"60000.1\",\"i\":\"60000\",\"r\":\"0.0001\",\"T\":1750003200000}}";
    }

    private void speak(WebSocket connection, long id) throws InterruptedException {
        connection.send(trade(id));
        expect("trade " + id);
        connection.send(mark());
        expect("mark");
    }

    @Test
    void eventsArriveInOrderAndHostileMessagesAreReported() throws InterruptedException {
        WebSocket connection = connect();
        connection.send(trade(1));
        connection.send("{\"e\":NaN}");
        connection.send("{\"result\":null,\"id\":1}");
        connection.send("x".repeat(70_000));
        connection.send(trade(2));

        expect("trade 1");
        assertTrue(String.valueOf(heard.poll(10, TimeUnit.SECONDS)).startsWith("malformed not JSON"));
        expect("malformed message of 70000 characters, expected at most 65536");
        expect("trade 2");
    }

    @Test
    void aSilentStallOnAnOpenConnectionLeadsToANewOne() throws InterruptedException {
        WebSocket connection = connect();
        speak(connection, 1);
        pass(10_000);
        pass(0);
        assertNull(heard.poll());
        pass(1);
        assertEquals("lost btcusdt@aggTrade is silent", awaitLoss());
        pass(250);
        venue.awaitConnection();
        expect("connected");
    }

    @Test
    void oneSilentStreamIsNoticedWhileAnotherSpeaks() throws InterruptedException {
        WebSocket connection = connect();
        speak(connection, 1);
        pass(6_000);
        connection.send(mark());
        expect("mark");
        pass(6_000);
        assertEquals("lost btcusdt@aggTrade is silent", awaitLoss());
    }

    @Test
    void aStreamThatNeverSpeaksIsNoticedAfterTenSeconds() throws InterruptedException {
        WebSocket connection = connect();
        connection.send(mark());
        expect("mark");
        pass(9_000);
        connection.send(mark());
        expect("mark");
        pass(1_001);
        assertEquals(
                "lost btcusdt@aggTrade has never spoken on " + route(venue.address())
                        + "/market/stream: nothing shows that it is served there",
                awaitLoss());
    }

    private static String route(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    @Test
    void anUnroutedAddressThatOpensAndStaysSilentIsSaidWithTheStreamAndTheReason() throws InterruptedException {
        socket.close();
        URI unrouted = URI.create(route(venue.address()) + "/stream?streams=btcusdt@aggTrade");
        socket = socket(unrouted);
        connect();
        pass(10_001);
        assertEquals(
                "lost btcusdt@aggTrade has never spoken on " + route(unrouted)
                        + "/stream: an un-routed address carries only /public data, and this stream needs /market",
                awaitLoss());
    }

    @Test
    void anAnnouncedEndIsFollowedByANewConnectionAtOnceAndNothingIsMissed() throws InterruptedException {
        WebSocket old = connect();
        speak(old, 1);
        old.send("{\"stream\":\"x\",\"data\":{\"e\":\"serverShutdown\",\"E\":1750000001000}}");
        speak(old, 2);
        socket.check();
        WebSocket young = venue.awaitConnection();
        speak(old, 3);
        speak(young, 3);
        socket.check();
        pass(2_000);
        expect("rotated");
        assertNotNull(venue.ended.poll(10, TimeUnit.SECONDS));
        speak(young, 4);
        pass(1_000);
        assertTrue(venue.accepted.isEmpty(), "the new one was not announced to end");
        assertNull(heard.poll());
    }

    @Test
    void aClosedConnectionIsOpenedAgainWithBackoff() throws InterruptedException {
        WebSocket connection = connect();
        speak(connection, 1);
        connection.close(1001, "maintenance");
        venue.ended.poll(10, TimeUnit.SECONDS);
        awaitLoss();
        pass(249);
        assertTrue(venue.accepted.isEmpty());
        pass(1);
        venue.awaitConnection();
        expect("connected");
    }

    private String awaitLoss() throws InterruptedException {
        String news = null;
        for (int i = 0; i < 1_000 && news == null; i++) {
            socket.check();
            news = heard.poll(10, TimeUnit.MILLISECONDS);
        }
        assertTrue(String.valueOf(news).startsWith("lost "), String.valueOf(news));
        return String.valueOf(news);
    }

    @Test
    void aVenueThatIsNotThereIsTriedAgainAndAgain() throws InterruptedException {
        venue.stop(1_000);
        for (int attempt = 0; attempt < 3; attempt++) {
            pass(30_000);
            awaitLoss();
        }
    }

    @Test
    void aConnectionIsReplacedBeforeItEnds() throws InterruptedException {
        WebSocket old = connect();
        speak(old, 1);
        nowMs.addAndGet(HOUR_MS * 23 - HOUR_MS / 4);
        speak(old, 2);
        socket.check();

        WebSocket young = venue.awaitConnection();
        speak(old, 3);
        speak(young, 3);
        socket.check();
        speak(old, 4);
        speak(young, 4);
        assertTrue(venue.ended.isEmpty());
        pass(2_000);
        expect("rotated");
        assertNotNull(venue.ended.poll(10, TimeUnit.SECONDS));
        speak(young, 5);
        assertNull(heard.poll());
    }

    @Test
    void theOldConnectionStaysWhenTheNewOneIsSilent() throws InterruptedException {
        WebSocket old = connect();
        speak(old, 1);
        nowMs.addAndGet(HOUR_MS * 23);
        speak(old, 2);
        socket.check();
        WebSocket young = venue.awaitConnection();
        young.send(mark());
        expect("mark");
        nowMs.addAndGet(10_001);
        speak(old, 3);
        awaitEnd();
        speak(old, 4);
        assertNull(heard.poll());
    }

    /** A check that finds the reader still at its last message doesn't count; the next one may. */
    private void awaitEnd() throws InterruptedException {
        Object ended = null;
        for (int i = 0; i < 1_000 && ended == null; i++) {
            socket.check();
            ended = venue.ended.poll(10, TimeUnit.MILLISECONDS);
        }
        assertNotNull(ended);
    }

    @Test
    void losingTheOldConnectionDuringAHandOverCountsAsAReconnect() throws InterruptedException {
        WebSocket old = connect();
        speak(old, 1);
        nowMs.addAndGet(HOUR_MS * 23);
        speak(old, 2);
        socket.check();
        WebSocket young = venue.awaitConnection();
        speak(young, 3);
        old.close(1001, "24 hours are over");
        venue.ended.poll(10, TimeUnit.SECONDS);
        awaitLoss();
        expect("connected");
        speak(young, 4);
    }

    @Test
    void nothingIsOpenedAfterClose() throws InterruptedException {
        connect();
        socket.close();
        assertNotNull(venue.ended.poll(10, TimeUnit.SECONDS));
        pass(60_000);
        assertTrue(venue.accepted.isEmpty());
    }

    private final class Listener implements MarketListener {
        @Override
        public void onConnected() {
            heard.add("connected");
        }

        @Override
        public void onRotated() {
            heard.add("rotated");
        }

        @Override
        public void onEvent(MarketEvent event, int chars) {
            heard.add(
                    switch (event) {
                        case MarketEvent.Trade trade -> "trade " + trade.trade().aggId();
                        case MarketEvent.MarkPrice _ -> "mark";
                        case MarketEvent.ForcedOrder _ -> "forced order";
                        case MarketEvent.TopOfBook _ -> "top";
                        case MarketEvent.DepthChange _ -> "depth";
                    });
        }

        @Override
        public void onMalformed(String reason) {
            heard.add("malformed " + reason);
        }

        @Override
        public void onLost(String reason) {
            heard.add("lost " + reason);
        }
    }
}
