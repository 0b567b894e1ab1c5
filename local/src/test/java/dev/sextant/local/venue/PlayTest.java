package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.play.PlayState;
import dev.sextant.local.venue.play.Speed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The clock, the order of frames and the stops, seen through a real socket. */
@Timeout(120)
class PlayTest {

    private static final long START_MS = 1_700_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void everyAggTradeComesOnceInOrderAndTheQuantitiesAddUp() throws Exception {
        try (Floor floor = Floor.open(folder)) {
            StreamClient client = floor.listen();
            floor.awaitFinished();
            long total = floor.rest
                    .get("/sextant/v1/venue")
                    .json()
                    .path("trades_total")
                    .asLong();
            client.await(frames -> client.events("aggTrade").size() == total);

            List<JsonNode> trades = client.events("aggTrade");
            BigDecimal sum = BigDecimal.ZERO;
            long nextTradeId = 500;
            for (int i = 0; i < trades.size(); i++) {
                JsonNode trade = trades.get(i);
                assertEquals(500 + i, trade.get("a").asLong());
                assertEquals(nextTradeId, trade.get("f").asLong());
                assertEquals(trade.get("q"), trade.get("nq"));
                nextTradeId = trade.get("l").asLong() + 1;
                sum = sum.add(new BigDecimal(trade.get("q").asText()));
            }
            assertEquals(500 + floor.capture.trades, nextTradeId);
            assertEquals(0, floor.capture.traded.compareTo(sum));
        }
    }

    @Test
    void markPriceOfASecondComesAfterEveryTradeUpToItAndBeforeAnyLater() throws Exception {
        try (Floor floor = Floor.open(folder)) {
            StreamClient client = floor.listen();
            floor.awaitFinished();
            client.awaitFrame("\"E\":" + (START_MS + 4_000));

            long latestMs = START_MS;
            List<Long> seconds = new ArrayList<>();
            for (String frame : client.frames) {
                JsonNode event = StreamClient.event(frame);
                long eventMs = event.get("E").asLong();
                assertTrue(eventMs >= latestMs, "event time never runs backwards on a socket");
                if (event.get("e").asText().equals("markPriceUpdate")) {
                    seconds.add(eventMs);
                } else {
                    assertTrue(seconds.isEmpty() || eventMs > seconds.getLast());
                }
                latestMs = eventMs;
            }
            assertEquals(List.of(START_MS + 1_000, START_MS + 2_000, START_MS + 3_000, START_MS + 4_000), seconds);
        }
    }

    @Test
    void theClockStandsUntilSomebodyListensToBothStreams() throws Exception {
        try (Floor floor = Floor.open(folder)) {
            assertEquals(PlayState.WAITING, floor.server.state());
            StreamClient half = StreamClient.open(floor.server, "/market/ws/btcusdt@aggTrade");
            half.say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":7}").awaitFrame("\"id\":7");
            assertEquals(PlayState.WAITING, floor.server.state());
            assertEquals(START_MS, floor.server.marketClock().nowMs());
            assertEquals(
                    START_MS,
                    floor.rest.get("/fapi/v1/time").json().get("serverTime").asLong());

            half.subscribe("btcusdt@markPrice@1s");
            floor.awaitFinished();
            assertEquals(PlayState.FINISHED, floor.server.state());
        }
    }

    @Test
    void afterTheEndSocketsStayOpenAndRestAnswersWithTheLastMoment() throws Exception {
        try (Floor floor = Floor.open(folder)) {
            StreamClient client = floor.listen();
            floor.awaitFinished();

            JsonNode status = floor.rest.get("/sextant/v1/venue").json();
            assertEquals("FINISHED", status.get("state").asText());
            assertEquals("max", status.get("speed").asText());
            assertEquals(status.get("last_ms"), status.get("position_ms"));
            assertEquals(0, status.get("book_mismatches").asInt());
            assertTrue(status.get("book_checks").asInt() > 70);
            assertEquals(
                    status.get("last_ms"),
                    floor.rest.get("/fapi/v1/time").json().get("serverTime"));
            client.say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":9}").awaitFrame("\"id\":9");
        }
    }

    @Test
    void nothingOfTheNextSecondIsSentBeforeThePacerLetsGo() throws Exception {
        SteppedPacer pacer = new SteppedPacer();
        try (Floor floor = Floor.open(folder, config -> config.withPacer(pacer))) {
            StreamClient publicClient = StreamClient.listening(
                    floor.server, "/public/stream?streams=btcusdt@bookTicker/btcusdt@depth@100ms");
            StreamClient client = floor.listen();
            for (long second = START_MS + 1_000; second <= START_MS + 4_000; second += 1_000) {
                assertEquals(second, pacer.awaitStop());
                assertEquals(second, floor.server.marketClock().nowMs());
                assertEquals(second, floor.server.positionMs());
                assertEquals(
                        second,
                        floor.rest.get("/fapi/v1/time").json().get("serverTime").asLong());
                client.awaitFrame("\"e\":\"markPriceUpdate\",\"E\":" + second);
                assertTrue(latestEventMs(client) <= second);
                assertTrue(latestEventMs(publicClient) <= second);
                pacer.release();
            }
            floor.awaitFinished();
        }
    }

    private static long latestEventMs(StreamClient client) {
        return client.frames.stream()
                .mapToLong(frame -> StreamClient.event(frame).path("E").asLong())
                .max()
                .orElse(0);
    }

    @Test
    void aPlayResumedAtAPositionSendsExactlyTheRest() throws Exception {
        long cutMs = START_MS + 2_000;
        List<String> whole;
        try (Floor floor = Floor.open(folder)) {
            StreamClient client = floor.listen();
            floor.awaitFinished();
            client.awaitAllSent();
            whole = List.copyOf(client.frames);
        }
        try (Floor floor = Floor.open(folder, config -> config.withStartAtMs(cutMs))) {
            assertEquals(cutMs, floor.server.marketClock().nowMs());
            JsonNode known = floor.rest
                    .get("/fapi/v1/aggTrades?symbol=BTCUSDT&limit=1000")
                    .json();
            assertTrue(known.size() > 10, "the history before the position is there");
            StreamClient client = floor.listen();
            floor.awaitFinished();
            client.awaitAllSent();

            List<String> rest = whole.stream()
                    .filter(frame -> StreamClient.event(frame).get("E").asLong() > cutMs)
                    .toList();
            assertEquals(rest, client.frames);
            assertEquals(
                    known.get(known.size() - 1).get("a").asLong() + 1,
                    client.events("aggTrade").getFirst().get("a").asLong());
        }
    }

    @Test
    void pausedMarketStandsAndGoesOn() throws Exception {
        SteppedPacer pacer = new SteppedPacer();
        try (Floor floor = Floor.open(folder, config -> config.withPacer(pacer))) {
            floor.listen();
            pacer.awaitStop();
            floor.server.pause(Duration.ZERO);
            assertEquals(PlayState.PLAYING, floor.server.state(), "it stops after what is due next");
            pacer.releaseAll();
            floor.server.pause(Duration.ofSeconds(20));
            assertEquals(PlayState.PAUSED, floor.server.state());
            long pausedMs = floor.server.marketClock().nowMs();
            assertTrue(pausedMs < START_MS + 2_000);
            assertEquals(
                    0,
                    floor.rest.signed("GET", "/fapi/v1/openOrders", "").json().size());
            floor.server.resume();
            floor.awaitFinished();
        }
    }

    @Test
    void atTenTimesTheSpeedFourSecondsTakeNoLessThanATenth() throws Exception {
        try (Floor floor = Floor.open(folder, config -> config.withSpeed(new Speed(10)))) {
            long startNanos = System.nanoTime();
            floor.listen();
            floor.awaitFinished();
            long millis = (System.nanoTime() - startNanos) / 1_000_000;
            assertTrue(millis >= 400, "took " + millis + " ms");
        }
    }

    @Test
    void inARunningMarketAnOrderTakesItsLatencyToTheBook() throws Exception {
        try (Floor floor = Floor.open(folder, config -> config.withSpeed(new Speed(2)))) {
            StreamClient client = floor.listen();
            client.awaitFrame("markPriceUpdate");
            long sentMs = floor.server.marketClock().nowMs();
            RestClient.Reply reply = floor.rest.signed(
                    "POST",
                    "/fapi/v1/order",
                    "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.01&newOrderRespType=RESULT");
            assertEquals(
                    "FILLED",
                    reply.json().path("status").asText(),
                    () -> reply.raw().body());
            long filledMs = reply.json().get("updateTime").asLong();
            assertTrue(filledMs >= sentMs + 20, "it reached the book " + (filledMs - sentMs) + " ms after sending");
            assertTrue(floor.server.marketClock().nowMs() >= filledMs + 20, "and the answer took its way back");
        }
    }
}
