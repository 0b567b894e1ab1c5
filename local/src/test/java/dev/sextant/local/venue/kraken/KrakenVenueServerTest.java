package dev.sextant.local.venue.kraken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.backtest.arb.ArbSettings;
import dev.sextant.backtest.arb.ArbWatch;
import dev.sextant.domain.order.Side;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.ingest.kraken.KrakenFeed;
import dev.sextant.ingest.kraken.NewsChannel;
import dev.sextant.ingest.kraken.PairStatus;
import dev.sextant.local.arb.LiveTriangles;
import dev.sextant.local.venue.kraken.account.Market;
import dev.sextant.local.venue.kraken.account.Pair;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real feed against the real server over loopback; time goes on by steps, each heard to its end before the next. */
@Timeout(60)
class KrakenVenueServerTest {

    private static final long START_MS = 1_767_225_600_000L;

    /** The feed counts from 1. */
    private static final long OWN_PINGS = 1_000_000;

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong clock = new AtomicLong(START_MS);
    private final MadeMarket market = new MadeMarket(11, START_MS);
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private KrakenVenueServer server = new KrakenVenueServer(market, clock::get);
    private Line line = new Line();
    private long pings;

    KrakenVenueServerTest() throws InterruptedException {}

    /** A bare connection. */
    private final class Line implements WebSocket.Listener, KrakenFeed.Wire {
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket =
                client.newWebSocketBuilder().buildAsync(server.address(), this).join();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, data, last);
        }

        @Override
        public void send(String text) {
            socket.sendText(text, true).join();
        }

        @Override
        public void drop(String reason) {
            throw new AssertionError("dropped: " + reason);
        }
    }

    @BeforeEach
    void hearTheStatus() throws InterruptedException, IOException {
        JsonNode status = json.readTree(next());
        assertEquals("status", status.path("channel").asText());
        assertEquals("9223372036854775809", status.at("/data/0/connection_id").asText(), "more than a signed number");
    }

    @AfterEach
    void close() {
        line.socket.abort();
        server.close();
        client.shutdownNow();
    }

    @Test
    void theFeedFollowsEveryBookAndFindsEveryTriangleThatWasPlantedAndNoOther()
            throws InterruptedException, IOException {
        List<JsonNode> found = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        ArbSettings settings = new ArbSettings(
                1000,
                new DetectorLimits(0, 50_000, 60_000, 1000),
                List.of("USD", "EUR"),
                3,
                false,
                ArbSettings.Unwind.USUAL,
                OptionalLong.empty());
        ArbWatch watch = new ArbWatch(settings, true, text -> found.add(read(text)));
        KrakenFeed feed = new KrakenFeed(
                new FeedSettings(10, List.of("USD", "EUR"), Set.of(), 3, 1000),
                new LiveTriangles(watch, null, notes::add),
                () -> 0.5);
        feed.opened(line, clock.get());
        for (int step = 0; step < 2_000; step++) {
            clock.addAndGet(20);
            server.step();
            feed.tick(clock.get());
            hearAll(feed);
        }
        watch.finish();
        assertEquals(List.of("2026-01-01T00:00:00.020Z  34 pairs, 72 cycles"), notes, "and every checksum was right");
        List<Plant> plants = market.plants();
        assertTrue(plants.size() >= 8, () -> plants.size() + " were planted");
        for (Plant plant : plants) {
            assertTrue(found.stream().anyMatch(one -> isOf(one, plant)), () -> plant + " was not found among " + found);
        }
        for (JsonNode one : found) {
            assertTrue(plants.stream().anyMatch(plant -> isOf(one, plant)), () -> one + " was not planted: " + plants);
        }
    }

    /** Seen and gone while the pair's prices lay off, by a leg on that pair. */
    private static boolean isOf(JsonNode opportunity, Plant plant) {
        boolean onPair = opportunity.path("legs").findValuesAsText("pair").contains(plant.pair());
        return onPair
                && opportunity.path("t").asLong() >= plant.fromMs()
                && opportunity.path("t").asLong() <= plant.untilMs() + 20;
    }

    @Test
    void booksThatAreTradedAgainstKeepTheirChecksums() throws InterruptedException {
        List<String> notes = new ArrayList<>();
        ArbSettings settings = new ArbSettings(
                1000,
                new DetectorLimits(0, 50_000, 60_000, 1000),
                List.of("USD", "EUR"),
                3,
                false,
                ArbSettings.Unwind.USUAL,
                OptionalLong.empty());
        KrakenFeed feed = new KrakenFeed(
                new FeedSettings(10, List.of("USD", "EUR"), Set.of(), 3, 1000),
                new LiveTriangles(new ArbWatch(settings, true, _ -> {}), null, notes::add),
                () -> 0.5);
        feed.opened(line, clock.get());
        hearAll(feed);
        List<Pair> pairs = server.pairs();
        Random random = new Random(3);
        for (int step = 0; step < 400; step++) {
            Pair pair = pairs.get(random.nextInt(pairs.size()));
            boolean buys = random.nextBoolean();
            BigDecimal limit = buys ? new BigDecimal(1_000_000) : pair.tick();
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(1_000_000_000), pair.quantityDigits());
            server.take(pair, buys ? Side.BUY : Side.SELL, limit, quantity);
            if (step % 4 == 0) {
                clock.addAndGet(20);
                server.step();
            }
            hearAll(feed);
        }
        assertEquals(List.of("2026-01-01T00:00:00Z  34 pairs, 72 cycles"), notes, "and every checksum was right");
    }

    @Test
    void ordersThatTakeFromABookAreToldAsTradesAndTickers() throws InterruptedException {
        KrakenFeed feed = newsFeed();
        Pair pair = server.pairs().stream()
                .filter(each -> each.symbol().equals("BTC/USD"))
                .findFirst()
                .orElseThrow();
        List<Market.Taken> taken = server.take(pair, Side.BUY, new BigDecimal(1_000_000), new BigDecimal("0.50000000"));
        clock.addAndGet(700);
        hearAll(feed);
        PairStatus btc = statusOf(feed, "BTC/USD");
        assertEquals(taken.size(), feed.status(clock.get()).trades());
        assertEquals(0, feed.status(clock.get()).tradeGaps());
        assertEquals(0, taken.getLast().price().compareTo(btc.last().orElseThrow()));
        assertEquals(700, btc.tradeAgeMs().orElseThrow());
        assertTrue(btc.ask().orElseThrow().compareTo(btc.bid().orElseThrow()) > 0);
        assertTrue(btc.ask().orElseThrow().compareTo(taken.getLast().price()) >= 0, "the book after the trade");
        server.mute(Set.of("trade"));
        server.take(pair, Side.SELL, pair.tick(), new BigDecimal("0.00100000"));
        server.mute(Set.of());
        server.take(pair, Side.SELL, pair.tick(), new BigDecimal("0.00100000"));
        hearAll(feed);
        assertEquals(1, feed.status(clock.get()).tradeGaps(), "a lost one is noticed");
    }

    @Test
    void aVenueThatAnswersNoPingIsLeft() throws InterruptedException {
        KrakenFeed feed = newsFeed();
        clock.addAndGet(10_000);
        server.step();
        hearAll(feed);
        feed.tick(clock.get());
        hearAll(feed);
        assertTrue(feed.status(clock.get()).roundTripMs().isPresent());
        server.mute(Set.of("pong"));
        clock.addAndGet(10_000);
        feed.text("{\"channel\":\"heartbeat\"}", clock.get());
        feed.tick(clock.get());
        clock.addAndGet(5_001);
        feed.text("{\"channel\":\"heartbeat\"}", clock.get());
        assertEquals(
                "dropped: a ping was not answered within 5000 ms",
                assertThrows(AssertionError.class, () -> feed.tick(clock.get())).getMessage());
    }

    /** Follows every book, its trades and its ticker. */
    private KrakenFeed newsFeed() throws InterruptedException {
        ArbSettings settings = new ArbSettings(
                1000,
                new DetectorLimits(0, 50_000, 60_000, 1000),
                List.of("USD", "EUR"),
                3,
                false,
                ArbSettings.Unwind.USUAL,
                OptionalLong.empty());
        KrakenFeed feed = new KrakenFeed(
                new FeedSettings(
                        10, List.of("USD", "EUR"), Set.of(), 3, 1000, Set.of(NewsChannel.TRADE, NewsChannel.TICKER)),
                new LiveTriangles(new ArbWatch(settings, true, _ -> {}), null, _ -> {}),
                () -> 0.5);
        feed.opened(line, clock.get());
        for (int round = 0; round < 3; round++) {
            hearAll(feed);
            feed.tick(clock.get());
        }
        hearAll(feed);
        return feed;
    }

    private PairStatus statusOf(KrakenFeed feed, String pair) {
        return feed.status(clock.get()).pairs().stream()
                .filter(status -> status.pair().equals(pair))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatItDoesNotKnowItRefusesInTheVenuesWords() throws InterruptedException, IOException {
        line.send(
                "{\"method\":\"subscribe\",\"params\":{\"channel\":\"book\",\"symbol\":[\"FOO/USD\"],\"depth\":10},\"req_id\":5}");
        JsonNode refused = json.readTree(next());
        assertEquals(
                "Currency pair not supported FOO/USD", refused.path("error").asText());
        assertEquals("FOO/USD", refused.path("symbol").asText());
        assertEquals(5, refused.path("req_id").asInt());
        line.send("{\"method\":\"subscribe\",\"params\":{\"channel\":\"book\",\"symbol\":[\"BTC/USD\"],\"depth\":27}}");
        assertEquals(
                "Subscription depth not supported",
                json.readTree(next()).path("error").asText());
        line.send("{\"method\":\"subscribe\",\"params\":{\"channel\":\"weather\"}}");
        assertEquals(
                "Channel not supported", json.readTree(next()).path("error").asText());
        line.send("not json");
        assertEquals("Malformed request", json.readTree(next()).path("error").asText());
    }

    @Test
    void aSubscriptionCanEndAndBeginAgainWithAWholeBook() throws InterruptedException, IOException {
        String params = "\"params\":{\"channel\":\"book\",\"symbol\":[\"ETH/USD\"],\"depth\":10},\"req_id\":1}";
        for (int round = 0; round < 2; round++) {
            line.send("{\"method\":\"subscribe\"," + params);
            assertTrue(json.readTree(next()).path("success").asBoolean());
            JsonNode snapshot = json.readTree(next());
            assertEquals("snapshot", snapshot.path("type").asText());
            assertEquals(10, snapshot.at("/data/0/bids").size());
            line.send("{\"method\":\"unsubscribe\"," + params);
            assertEquals("unsubscribe", json.readTree(next()).path("method").asText());
        }
    }

    /** The answer to a ping comes behind everything that was sent before it. */
    private void hearAll(KrakenFeed feed) throws InterruptedException {
        long own = OWN_PINGS + ++pings;
        line.send("{\"method\":\"ping\",\"req_id\":" + own + "}");
        String text = next();
        while (!text.startsWith("{\"method\":\"pong\",\"req_id\":" + own + ",")) {
            feed.text(text, clock.get());
            text = next();
        }
    }

    private String next() throws InterruptedException {
        String text = heard.poll(20, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("nothing was heard for 20 s");
        }
        return text;
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
