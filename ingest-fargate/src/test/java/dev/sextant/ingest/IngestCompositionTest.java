package dev.sextant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.ingest.config.IngestConfig;
import dev.sextant.ingest.rig.Await;
import dev.sextant.ingest.rig.FakeVenue;
import dev.sextant.ingest.rig.MemoryLeases;
import dev.sextant.ingest.rig.Recorder;
import dev.sextant.ingest.rig.RecordingSinks;
import dev.sextant.ingest.rig.Tape;
import dev.sextant.ingest.store.ClockOffset;
import dev.sextant.venues.binance.market.MarketEvent;
import dev.sextant.venues.http.VenueReadException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole ingest against a venue on loopback sockets, with both streams and the database in memory. */
@Timeout(60)
class IngestCompositionTest {

    private static final Tape TAPE = Tape.of(11, 60, 40, Tape.BTC);

    @TempDir
    private Path folder;

    private final RecordingSinks sinks = new RecordingSinks();
    private final BlockingQueue<Gap> gaps = new LinkedBlockingQueue<>();
    private final BlockingQueue<ClockOffset> offsets = new LinkedBlockingQueue<>();
    private final BlockingQueue<Instrument> instruments = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> statuses = new LinkedBlockingQueue<>();
    private final MemoryLeases leases = new MemoryLeases(() -> System.nanoTime() / 1_000_000, 4);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "SEXTANT_SYMBOLS", "BTCUSDT",
            "SEXTANT_ACCOUNTS", "paper-main",
            "SEXTANT_FEED", "replay",
            "SEXTANT_HEALTH_PORT", "0",
            "SEXTANT_POLL_OPEN_INTEREST_SECONDS", "0",
            "SEXTANT_POLL_STATISTICS_SECONDS", "0",
            "SEXTANT_POLL_COINBASE_SECONDS", "0"));
    private OptionalLong resumePoint = OptionalLong.empty();
    private FakeVenue venue;
    private @Nullable IngestComposition running;

    @BeforeEach
    void openVenue() throws Exception {
        venue = new FakeVenue(TAPE)
                .answer("/sextant/v1/venue", "{\"synthetic_inputs\":[\"funding_rate\"]}")
                .answer(
                        "/fapi/v1/premiumIndex",
                        "{\"markPrice\":\"60000.1\",\"indexPrice\":\"60000\",\"lastFundingRate\":\"0.0001\","
                                + "\"nextFundingTime\":1750003200000,\"time\":1750000006000}");
    }

    @AfterEach
    void closeVenue() throws InterruptedException {
        venue.close();
        http.shutdownNow();
    }

    private void start() throws Exception {
        environment.put("SEXTANT_SPILL_FOLDER", folder.resolve("spill").toString());
        environment.put("SEXTANT_BINANCE_REST_URL", venue.restUri().toString());
        environment.put("SEXTANT_BINANCE_WS_URL", venue.endpoints().webSocket().toString());
        running = new IngestComposition(
                IngestConfig.from(environment),
                new IngestPorts(
                        sinks,
                        sinks.decisions(),
                        symbol -> resumePoint,
                        leases,
                        gaps::add,
                        offsets::add,
                        (instrument, nowMs) -> instruments.add(instrument),
                        statuses::add));
        running.start();
    }

    private IngestComposition ingest() {
        return Objects.requireNonNull(running);
    }

    private JsonNode health(int expectedStatus) throws Exception {
        HttpResponse<String> reply = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ingest().healthPort() + "/health"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(expectedStatus, reply.statusCode(), reply.body());
        return new ObjectMapper().readTree(reply.body());
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return Objects.requireNonNull(queue.poll(10, TimeUnit.SECONDS), "nothing came within ten seconds");
    }

    private boolean isLive() {
        try {
            return health(200).path("state").asText().equals("LIVE");
        } catch (Exception | AssertionError e) {
            // Not yet: that is what the caller waits out.
            return false;
        }
    }

    private boolean feedShows(String name, long value) {
        try {
            return health(200).path("feeds").path(0).path(name).asLong() == value;
        } catch (Exception | AssertionError e) {
            // Not yet: that is what the caller waits out.
            return false;
        }
    }

    private static void play(WebSocket connection, List<MarketEvent> events) {
        events.forEach(event -> connection.send(FakeVenue.message(event)));
    }

    @Test
    void eventsFromTheSocketsBecomeFramesAndTicksAndAStopLeavesNothingBehind() throws Exception {
        start();
        WebSocket market = venue.awaitMarket();
        play(market, TAPE.events());
        Await.until("the last tick", () -> sinks.ticks().size() == 60);
        Await.until(
                "the last trade",
                () -> feedShows("trades", TAPE.trades(Tape.BTC).size()));

        JsonNode feed = health(200).path("feeds").path(0);
        assertEquals("BTCUSDT", feed.path("symbol").asText());
        assertEquals(
                TAPE.trades(Tape.BTC).getLast().aggId(),
                feed.path("last_agg_id").asLong());
        assertTrue(feed.path("frames").asInt() >= 200);

        ingest().stop();
        assertNull(ingest().await());
        assertEquals(TAPE.trades(Tape.BTC), Recorder.of(sinks.frames(Tape.BTC)).trades());
        assertEquals(5, sinks.frames(Tape.BTC).getFirst().epoch());
        assertTrue(sinks.readings().stream().allMatch(IndicatorReading::synthetic));
        assertEquals(13, sinks.readings().size());
    }

    @Test
    void aLostConnectionAndMissingTradesAreMadeGood() throws Exception {
        start();
        WebSocket first = venue.awaitMarket();
        play(first, TAPE.events().subList(0, 400));
        Await.until("some frames", () -> sinks.frames(Tape.BTC).size() > 10);
        first.close(1001, "maintenance");
        WebSocket second = venue.awaitMarket();
        play(second, TAPE.events().subList(600, TAPE.events().size()));
        Await.until(
                "the last tick",
                () -> !sinks.ticks().isEmpty() && sinks.ticks().getLast().marketTimeMs() == Tape.START_MS + 60_000);
        assertEquals(1, health(200).path("reconnects").asInt());
        ingest().stop();

        assertEquals(TAPE.trades(Tape.BTC), Recorder.of(sinks.frames(Tape.BTC)).trades());
    }

    @Test
    void hostileMessagesAreCountedAndChangeNothing() throws Exception {
        start();
        WebSocket market = venue.awaitMarket();
        int sent = 0;
        for (MarketEvent event : TAPE.events()) {
            market.send(FakeVenue.message(event));
            if (++sent % 100 == 0) {
                market.send("{\"e\":\"aggTrade\",\"E\":NaN}");
                market.send(FakeVenue.message(event).replace("\"p\":\"", "\"p\":\"1e4"));
                market.send("[".repeat(5_000));
                market.send("x".repeat(100_000));
            }
        }
        Await.until("the last tick", () -> sinks.ticks().size() == 60);
        assertEquals(sent / 100 * 4, health(200).path("malformed").asInt());
        ingest().stop();

        assertEquals(TAPE.trades(Tape.BTC), Recorder.of(sinks.frames(Tape.BTC)).trades());
    }

    @Test
    void theNextRunGoesOnAfterTheLastStoredTrade() throws Exception {
        long stored = TAPE.trades(Tape.BTC).get(700).aggId();
        resumePoint = OptionalLong.of(stored);
        start();
        venue.awaitMarket();
        Await.until(
                "the rest of the tape",
                () -> sinks.lastAggId(Tape.BTC)
                        .equals(OptionalLong.of(TAPE.trades(Tape.BTC).getLast().aggId())));
        ingest().stop();

        assertEquals(
                TAPE.trades(Tape.BTC).subList(701, TAPE.trades(Tape.BTC).size()),
                Recorder.of(sinks.frames(Tape.BTC)).trades());
    }

    @Test
    void aStreamThatTakesNothingShowsAsStalledAndTheDrainIsBounded() throws Exception {
        start();
        WebSocket market = venue.awaitMarket();
        play(market, TAPE.events().subList(0, 300));
        Await.until("live", this::isLive);
        sinks.failAfter(0);
        play(market, TAPE.events().subList(300, 600));
        // The first thing that is not taken may be a second without a record; records follow it.
        Await.until("stalled, and records wait", () -> !isLive() && buffered() > 0);
        assertEquals("STALLED", health(503).path("state").asText());

        long startNs = System.nanoTime();
        ingest().stop();
        assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNs) <= 10);
    }

    private int buffered() {
        try {
            return health(503).path("buffered").asInt();
        } catch (Exception | AssertionError e) {
            // Live again, or not there: nothing is known to wait.
            return 0;
        }
    }

    @Test
    void aVenueThatForbidsThisRegionEndsTheRunWithAClearMessage() throws Exception {
        venue.fail("/fapi/v1/time", 451);
        start();
        VenueReadException failure = assertInstanceOf(VenueReadException.class, ingest().await());
        assertTrue(String.valueOf(failure.getMessage()).contains("may not use it"));
        ingest().stop();
    }

    @Test
    void untilTheVenueAnswersTheHealthPageSaysWhatItWaitsFor() throws Exception {
        venue.fail("/fapi/v1/time", 503);
        start();
        Await.until("a note", () -> {
            try {
                return health(503).path("note").asText().contains("503");
            } catch (Exception e) {
                return false;
            }
        });
        assertEquals("STARTING", health(503).path("state").asText());
        ingest().stop();
        assertNull(ingest().await());
    }

    @Test
    void theBestBidAndAskAndTheFiltersAreKept() throws Exception {
        venue.answer("/fapi/v1/exchangeInfo", """
                {"rateLimits":[{"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":2400}],
                 "symbols":[{"symbol":"BTCUSDT","baseAsset":"BTC","quoteAsset":"USDT","contractType":"PERPETUAL",
                  "status":"TRADING","filters":[
                  {"filterType":"PRICE_FILTER","minPrice":"1","maxPrice":"9","tickSize":"0.1"},
                  {"filterType":"LOT_SIZE","minQty":"0.001","maxQty":"10","stepSize":"0.001"},
                  {"filterType":"MARKET_LOT_SIZE","minQty":"0.001","maxQty":"5","stepSize":"0.001"},
                  {"filterType":"MIN_NOTIONAL","notional":"50"},
                  {"filterType":"PERCENT_PRICE","multiplierUp":"1.1","multiplierDown":"0.9"}]}]}""");
        start();
        WebSocket top = next(venue.publicConnections);
        WebSocket market = venue.awaitMarket();
        assertEquals("BTC", next(instruments).baseAsset());
        top.send(FakeVenue.message(
                new MarketEvent.TopOfBook(Tape.BTC, Tape.START_MS, 5, 6_000_000_000_000L, 1, 6_000_010_000_000L, 1)));
        play(market, TAPE.events().subList(0, 100));
        Await.until("the top of the book", () -> {
            try {
                return health(200).path("feeds").path(0).path("bid").asText().equals("60000");
            } catch (Exception | AssertionError e) {
                return false;
            }
        });
        assertEquals("60000.1", health(200).path("feeds").path(0).path("ask").asText());
        assertEquals(
                "BTCUSDT",
                new ObjectMapper()
                        .readTree(next(statuses))
                        .path("feeds")
                        .path(0)
                        .path("symbol")
                        .asText());
        ingest().stop();
    }

    @Test
    void theClockIsMeasuredWhenAsked() throws Exception {
        environment.put("SEXTANT_CLOCK_PROBE_SECONDS", "1");
        start();
        ClockOffset offset = next(offsets);
        assertEquals(ClockOffset.Level.BLOCK, offset.level());
        ingest().stop();
    }

    @Test
    void theHealthPageSaysWhoTellsTheTimeAndWhatIsOnDisk() throws Exception {
        environment.put("SEXTANT_INGEST_SLOT", "desk");
        environment.put("SEXTANT_OUTBOX_RECORDS", "10");
        start();
        WebSocket market = venue.awaitMarket();
        play(market, TAPE.events().subList(0, 300));
        Await.until("live", this::isLive);
        JsonNode lease = health(200).path("lease");
        assertTrue(lease.path("held").asBoolean());
        assertEquals("desk", lease.path("holder").asText());
        assertEquals(5, lease.path("holder_epoch").asLong());

        sinks.failAfter(0);
        play(market, TAPE.events().subList(300, TAPE.events().size()));
        Await.until("records on disk", () -> spilled() > 100);
        sinks.failAfter(Integer.MAX_VALUE);
        Await.until("the last tick", () -> sinks.ticks().size() == 60);
        ingest().stop();
        assertEquals(TAPE.trades(Tape.BTC), Recorder.of(sinks.frames(Tape.BTC)).trades());
    }

    private long spilled() {
        try {
            return health(503).path("spill").path("records").asLong();
        } catch (Exception | AssertionError e) {
            // Not yet: that is what the caller waits out.
            return -1;
        }
    }

    @Test
    void whenAYoungerIngestHasDiedForGoodThisOneGoesOnUnderAnEpochAboveIt() throws Exception {
        start();
        WebSocket first = venue.awaitMarket();
        play(first, TAPE.events().subList(0, 400));
        Await.until("some frames", () -> sinks.frames(Tape.BTC).size() > 10);
        long young = leases.nextEpoch("another");
        leases.leave("another", young);

        resumePoint = OptionalLong.of(TAPE.trades(Tape.BTC).get(100).aggId());
        Await.until("a run under an epoch above it", () -> leases.lastEpoch() > young);
        WebSocket second = venue.awaitMarket();
        while (!second.isOpen()) {
            // The run before it may have connected again, too.
            second = venue.awaitMarket();
        }
        play(second, TAPE.events().subList(400, TAPE.events().size()));
        Await.until("the last tick", () -> sinks.ticks().getLast().marketTimeMs() == Tape.START_MS + 60_000);
        ingest().stop();
        assertNull(ingest().await());
        assertEquals(young + 1, sinks.frames(Tape.BTC).getLast().epoch());
        assertEquals(TAPE.trades(Tape.BTC), Recorder.of(sinks.frames(Tape.BTC)).trades());
    }
}
