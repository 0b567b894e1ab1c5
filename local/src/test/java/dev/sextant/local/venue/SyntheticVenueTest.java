package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.play.Speed;
import dev.sextant.local.venue.synthetic.generator.MarketPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synthetic market over the venue's own sockets and REST side. */
class SyntheticVenueTest {

    /** In its fourth minute the feed of this seed loses trades. */
    private static final long LOSING_SEED = 17;

    private static final String TRADES_AND_MARKS = "/market/stream?streams=btcusdt@aggTrade/btcusdt@markPrice@1s";

    @TempDir
    private Path folder;

    private final CountDownLatch finished = new CountDownLatch(1);

    private VenueServer venue(int historyHours, int seconds, UnaryOperator<VenueServerConfig> changes)
            throws Exception {
        MarketPlan plan = new MarketPlan(
                LOSING_SEED, List.of(new Symbol("BTCUSDT")), historyHours * 3_600_000L, seconds * 1_000L);
        VenueServerConfig config = VenueServerConfig.of(new Programme.Generated(plan), RestClient.KEY)
                .withSpeed(Speed.MAX)
                .withOnFinished(finished::countDown);
        return VenueServer.start(changes.apply(config));
    }

    private void awaitFinished() throws InterruptedException {
        assertTrue(finished.await(60, TimeUnit.SECONDS), "the market did not end");
    }

    private static void awaitSecond(StreamClient client, long secondMs) throws InterruptedException {
        client.await(frames ->
                frames.stream().anyMatch(frame -> frame.contains("markPrice") && frame.contains("\"E\":" + secondMs)));
    }

    @Test
    void whatTheFeedLosesRestServes() throws Exception {
        try (VenueServer venue = venue(0, 300, config -> config)) {
            RestClient rest = new RestClient(venue);
            StreamClient client = StreamClient.open(venue, TRADES_AND_MARKS);
            awaitFinished();
            awaitSecond(client, MarketPlan.PLAY_FROM_MS + 300_000);
            TreeMap<Long, JsonNode> trades = new TreeMap<>();
            client.events("aggTrade").forEach(trade -> trades.put(trade.get("a").asLong(), trade));
            List<Long> holes = new ArrayList<>();
            for (long id = trades.firstKey(); id <= trades.lastKey(); id++) {
                if (!trades.containsKey(id)) {
                    holes.add(id);
                }
            }
            assertFalse(holes.isEmpty(), "this seed loses some");
            JsonNode page = rest.get("/fapi/v1/aggTrades?symbol=BTCUSDT&limit=1000&fromId=" + holes.getFirst())
                    .json();
            for (JsonNode row : page) {
                trades.putIfAbsent(row.get("a").asLong(), row);
            }
            assertEquals(trades.lastKey() - trades.firstKey() + 1, trades.size(), "and then none is missing");
            for (JsonNode row : page) {
                JsonNode told = Objects.requireNonNull(trades.get(row.get("a").asLong()));
                for (String field : List.of("p", "q", "T", "m", "f", "l")) {
                    assertEquals(told.get(field), row.get(field), field);
                }
            }
        }
    }

    @Test
    void itSaysThatEverythingIsSyntheticAndItsBookFitsItsBestPrices() throws Exception {
        try (VenueServer venue = venue(0, 120, config -> config)) {
            StreamClient.open(venue, TRADES_AND_MARKS);
            awaitFinished();
            JsonNode status = venue.description();
            assertTrue(status.get("synthetic_inputs").toString().contains("\"trades\""), status.toString());
            assertTrue(status.get("capture").asText().contains("synthetic market seed 17"), status.toString());
            assertTrue(status.get("book_checks").asInt() >= 119, status.toString());
            assertEquals(0, status.get("book_mismatches").asInt(), status.toString());
        }
    }

    @Test
    void theHourBeforeThePlayIsThereFromTheStart() throws Exception {
        try (VenueServer venue = venue(2, 10, config -> config)) {
            RestClient rest = new RestClient(venue);
            long fromMs = MarketPlan.PLAY_FROM_MS - 3_600_000;
            JsonNode first = rest.get("/fapi/v1/aggTrades?symbol=BTCUSDT&limit=1000&startTime=" + fromMs)
                    .json();
            assertTrue(first.size() > 100);
            assertTrue(first.get(0).get("T").asLong() - fromMs < 60_000);
            JsonNode interest = rest.get("/futures/data/openInterestHist?symbol=BTCUSDT&period=5m&limit=500")
                    .json();
            assertEquals(24, interest.size(), "two hours, less what isn't published yet");
            JsonNode settled = rest.get("/fapi/v1/fundingRate?symbol=BTCUSDT").json();
            assertEquals(1, settled.size(), settled.toString());
            assertEquals(
                    MarketPlan.PLAY_FROM_MS, settled.get(0).get("fundingTime").asLong());
        }
    }

    /** Everything a desk could have seen of some seconds with orders in them. */
    private List<String> play(Speed speed) throws Exception {
        SteppedPacer pacer = new SteppedPacer();
        try (VenueServer venue = venue(0, 40, config -> config.withSpeed(speed).withPacer(pacer))) {
            RestClient rest = new RestClient(venue);
            StreamClient market = StreamClient.open(venue, TRADES_AND_MARKS + "/btcusdt@forceOrder");
            for (int second = 1; second <= 40; second++) {
                pacer.awaitStop();
                if (second % 10 == 5) {
                    String side = second % 20 == 5 ? "BUY" : "SELL";
                    String order = "symbol=BTCUSDT&side=" + side + "&type=MARKET&quantity=1.5";
                    assertEquals(
                            200, rest.signed("POST", "/fapi/v1/order", order).status());
                }
                pacer.release();
            }
            awaitSecond(market, MarketPlan.PLAY_FROM_MS + 40_000);
            List<String> seen = new ArrayList<>(market.frames);
            seen.add(rest.signed("GET", "/fapi/v1/userTrades", "symbol=BTCUSDT")
                    .raw()
                    .body());
            return seen;
        }
    }

    @Test
    void framesAndFillsAreTheSameAtAnySpeed() throws Exception {
        List<String> first = play(Speed.MAX);
        assertEquals(first, play(new Speed(30)));
        assertTrue(first.getLast().split("\"orderId\"", -1).length > 4, () -> "fills: " + first.getLast());
    }

    @Test
    void resumedItHasTheSameAccountAndGoesOnWithTheNextTrade() throws Exception {
        Path journal = folder.resolve("journal");
        SteppedPacer before = new SteppedPacer();
        List<String> account = new ArrayList<>();
        try (VenueServer venue = venue(0, 60, config -> config.withPacer(before).withJournal(journal))) {
            RestClient rest = new RestClient(venue);
            StreamClient.open(venue, TRADES_AND_MARKS);
            for (int second = 1; second < 20; second++) {
                before.awaitStop();
                before.release();
            }
            before.awaitStop();
            rest.signed("POST", "/fapi/v1/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1");
            account.addAll(account(rest));
        }
        SteppedPacer after = new SteppedPacer();
        try (VenueServer venue = venue(
                0,
                60,
                config ->
                        config.withPacer(after).withJournal(journal).withStartAtMs(MarketPlan.PLAY_FROM_MS + 20_000))) {
            RestClient rest = new RestClient(venue);
            assertEquals(account, account(rest));
            long last = rest.get("/fapi/v1/aggTrades?symbol=BTCUSDT&limit=1")
                    .json()
                    .get(0)
                    .get("a")
                    .asLong();
            StreamClient client = StreamClient.open(venue, TRADES_AND_MARKS);
            client.awaitFrame("aggTrade");
            assertEquals(last + 1, client.events("aggTrade").getFirst().get("a").asLong());
            after.releaseAll();
        }
    }

    private static List<String> account(RestClient rest) throws Exception {
        return List.of(
                rest.signed("GET", "/fapi/v1/userTrades", "symbol=BTCUSDT")
                        .raw()
                        .body(),
                rest.signed("GET", "/fapi/v3/balance", "").raw().body());
    }
}
