package dev.sextant.ingest.kraken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.detect.OpportunitySinks;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.venues.kraken.feed.ScannedBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Trades, tickers and pings beside the books. */
class FeedNewsTest {

    private static final String TRADES = "{\"method\":\"subscribe\",\"params\":{\"channel\":\"trade\",\"symbol\":"
            + "[\"BTC/USD\",\"ETH/BTC\",\"ETH/USD\"],\"snapshot\":true},\"req_id\":3}";
    private static final String TICKERS = "{\"method\":\"subscribe\",\"params\":{\"channel\":\"ticker\",\"symbol\":"
            + "[\"BTC/USD\",\"ETH/BTC\",\"ETH/USD\"],\"event_trigger\":\"trades\",\"snapshot\":true},\"req_id\":4}";

    private final KrakenVenue venue = new KrakenVenue();
    private final List<String> sent = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final KrakenFeed.Wire wire = new KrakenFeed.Wire() {
        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void drop(String reason) {
            dropped.add(reason);
        }
    };
    private long nowMs = 1_767_225_600_000L;

    private final KrakenFeed feed = new KrakenFeed(
            new FeedSettings(10, List.of("USD"), Set.of(), 3, 1_000, Set.of(NewsChannel.TRADE, NewsChannel.TICKER)),
            new FeedSink() {
                @Override
                public CycleDetector begin(CurrencyGraph graph, Cycles cycles, int[] depths) {
                    return new CycleDetector(
                            graph,
                            cycles,
                            depths,
                            new DetectorLimits(0, 50_000, 60_000, 1000),
                            new OpportunitySinks(List.of()));
                }

                @Override
                public void before(long atMs) {}

                @Override
                public void applied(int market, long atMs, ScannedBook message) {}

                @Override
                public void note(long atMs, String text) {}
            },
            () -> 0.5);

    private void hear(String message) {
        feed.text(message, nowMs);
    }

    private void tick(long laterMs) {
        nowMs += laterMs;
        feed.tick(nowMs);
    }

    private void live() {
        feed.opened(wire, nowMs);
        hear(venue.instruments());
        tick(10);
        hear(venue.snapshot("BTC/USD", "49990.00", "1.0000", "50000.00", "1.0000"));
        hear(venue.snapshot("ETH/BTC", "0.0399", "2.0000", "0.0400", "2.0000"));
        hear(venue.snapshot("ETH/USD", "2020.00", "2.0000", "2021.00", "2.0000"));
        sent.clear();
        tick(10);
    }

    private String trade(String type, long id, String price) {
        return "{\"channel\":\"trade\",\"type\":\"" + type + "\",\"data\":[{\"symbol\":\"BTC/USD\",\"side\":\"buy\","
                + "\"price\":" + price + ",\"qty\":0.25,\"ord_type\":\"limit\",\"trade_id\":" + id
                + ",\"timestamp\":\"" + Instant.ofEpochMilli(nowMs) + "\"}]}";
    }

    private static String granted(String channel, String pair, int request) {
        return "{\"method\":\"subscribe\",\"result\":{\"channel\":\"" + channel + "\",\"symbol\":\"" + pair
                + "\"},\"success\":true,\"req_id\":" + request
                + ",\"time_in\":\"2026-01-01T00:00:00.000000Z\",\"time_out\":\"2026-01-01T00:00:00.000000Z\"}";
    }

    private static String pong(long request) {
        return "{\"method\":\"pong\",\"req_id\":" + request
                + ",\"time_in\":\"2026-01-01T00:00:00.000000Z\",\"time_out\":\"2026-01-01T00:00:00.000000Z\"}";
    }

    private PairStatus btc() {
        return feed.status(nowMs).pairs().getFirst();
    }

    @Test
    void bothChannelsAreAskedForOnceTheBooksAreLive() {
        live();
        assertEquals(Set.of(TRADES, TICKERS), normalised());
        assertEquals("BTC/USD, no trade", btc().toString());
    }

    /** Which of the two is asked for first is nobody's matter. */
    private Set<String> normalised() {
        return Set.of(
                sent.stream()
                        .filter(text -> text.contains("trade\",\"symbol"))
                        .findFirst()
                        .orElseThrow()
                        .replaceAll("req_id\":\\d", "req_id\":3"),
                sent.stream()
                        .filter(text -> text.contains("ticker"))
                        .findFirst()
                        .orElseThrow()
                        .replaceAll("req_id\":\\d", "req_id\":4"));
    }

    @Test
    void theLastTradeAndItsAgeAreShownAndAGapIsCounted() {
        live();
        hear(trade("snapshot", 7, "50000.10"));
        hear(trade("update", 8, "50001.00"));
        tick(1_200);
        assertEquals("BTC/USD, last 50001.00 x 0.25, 1200 ms ago", btc().toString());
        hear(trade("update", 8, "50001.00"));
        assertEquals(0, feed.status(nowMs).tradeGaps(), "the same again is none");
        hear(trade("update", 11, "50002.00"));
        assertEquals(1, feed.status(nowMs).tradeGaps());
        assertEquals(4, feed.status(nowMs).trades());
        assertEquals(OptionalLong.of(0), btc().tradeAgeMs());
    }

    @Test
    void tickersTellBestPricesAndTheLastWhereNoTradeWasHeard() {
        live();
        hear(
                "{\"channel\":\"ticker\",\"type\":\"snapshot\",\"data\":[{\"symbol\":\"BTC/USD\",\"bid\":49990.0,\"bid_qty\":1,"
                        + "\"ask\":50000.0,\"ask_qty\":1,\"last\":49995.5,\"volume\":10,\"vwap\":49990,\"low\":49000,\"high\":51000,"
                        + "\"change\":-5.5,\"change_pct\":-0.01}]}");
        assertEquals("BTC/USD, last 49995.5, bid 49990.0, ask 50000.0", btc().toString());
        assertEquals(1, feed.status(nowMs).tickers());
    }

    @Test
    void whatIsNotAnsweredIsAskedAgainAndWhatIsRefusedIsNot() {
        live();
        String trades = sent.stream()
                .filter(text -> text.contains("\"trade\""))
                .findFirst()
                .orElseThrow();
        int request = Integer.parseInt(trades.replaceAll(".*req_id\":(\\d+).*", "$1"));
        for (String pair : List.of("BTC/USD", "ETH/BTC")) {
            hear(granted("trade", pair, request));
        }
        hear("{\"error\":\"Currency pair not supported ETH/USD\",\"method\":\"subscribe\",\"success\":false,"
                + "\"symbol\":\"ETH/USD\",\"req_id\":" + request + ",\"time_in\":\"2026-01-01T00:00:00.000000Z\","
                + "\"time_out\":\"2026-01-01T00:00:00.000000Z\"}");
        assertEquals(3, feed.liveBooks(), "the book is not what was refused");
        sent.clear();
        for (int second = 0; second < 11; second++) {
            hear("{\"channel\":\"heartbeat\"}");
            tick(1_000);
        }
        sent.removeIf(text -> text.contains("ping"));
        assertEquals(1, sent.size(), sent::toString);
        assertTrue(sent.getFirst().contains("ticker"), sent::toString);
    }

    @Test
    void anotherConnectionIsAskedForEverythingAgain() {
        live();
        feed.lost("gone", nowMs);
        live();
        assertEquals(2, sent.size(), sent::toString);
    }

    @Test
    void aPingThatIsAnsweredTellsTheRoundTrip() {
        live();
        sent.clear();
        for (int second = 0; second < 10; second++) {
            hear("{\"channel\":\"heartbeat\"}");
            tick(998);
        }
        assertEquals(List.of(), dropped);
        long request = Long.parseLong(sent.getLast().replaceAll("[^0-9]", ""));
        assertTrue(sent.getLast().contains("ping"), sent::toString);
        nowMs += 35;
        hear(pong(request + 1));
        assertEquals(OptionalLong.empty(), feed.status(nowMs).roundTripMs(), "another's answer");
        hear(pong(request));
        assertEquals(OptionalLong.of(35), feed.status(nowMs).roundTripMs());
    }

    @Test
    void aPingWithoutAnAnswerForFiveSecondsMeansAnotherConnectionThoughNewsCome() {
        live();
        for (int second = 0; second < 14; second++) {
            hear("{\"channel\":\"heartbeat\"}");
            tick(1_000);
        }
        assertEquals(List.of(), dropped);
        for (int second = 0; second < 2; second++) {
            hear("{\"channel\":\"heartbeat\"}");
            tick(1_000);
        }
        assertEquals(List.of("a ping was not answered within 5000 ms"), dropped.subList(0, 1));
        assertEquals(1, feed.status(nowMs).unansweredPings());
    }

    @Test
    void anAnsweredPingIsNoNewsOfTheMarket() {
        live();
        for (int second = 0; second < 10; second++) {
            hear("{\"channel\":\"heartbeat\"}");
            tick(1_000);
        }
        long request = Long.parseLong(sent.getLast().replaceAll("[^0-9]", ""));
        tick(3_000);
        hear(pong(request));
        tick(1_000);
        assertEquals(List.of(), dropped);
        tick(1);
        assertEquals(List.of("nothing was heard for 5001 ms"), dropped.subList(0, 1));
    }
}
