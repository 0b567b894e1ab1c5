package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.rest.LimitRules;
import dev.sextant.venues.coinbase.CoinbaseMarketRest;
import dev.sextant.venues.coinbase.CoinbasePremium;
import dev.sextant.venues.coinbase.CoinbaseTicker;
import dev.sextant.venues.http.JdkHttpGet;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public REST endpoints of a market that stands in its middle. */
class RestMarketTest {

    private static final long NOW_MS = 1_700_000_002_000L;

    @TempDir
    private Path folder;

    private final SteppedPacer pacer = new SteppedPacer();
    private Floor floor;

    @BeforeEach
    void playToTheSecondSecond() throws Exception {
        floor = Floor.open(folder, config -> config.withPacer(pacer));
        floor.listen();
        pacer.awaitStop();
        pacer.release();
        assertEquals(NOW_MS, pacer.awaitStop());
    }

    @AfterEach
    void close() {
        pacer.releaseAll();
        floor.close();
    }

    private JsonNode get(String pathAndQuery) throws Exception {
        RestClient.Reply reply = floor.rest.get(pathAndQuery);
        assertEquals(200, reply.status(), () -> reply.raw().body());
        return reply.json();
    }

    @Test
    void timeIsTheMarketClock() throws Exception {
        assertEquals("{}", get("/fapi/v1/ping").toString());
        assertEquals("{\"serverTime\":" + NOW_MS + "}", get("/fapi/v1/time").toString());
    }

    @Test
    void exchangeInfoHasTheFiltersOfTheLiveSymbol() throws Exception {
        JsonNode info = get("/fapi/v1/exchangeInfo");
        JsonNode symbol = info.get("symbols").get(0);
        assertEquals("BTCUSDT", symbol.get("symbol").asText());
        assertEquals("TRADING", symbol.get("status").asText());
        assertEquals(2400, info.get("rateLimits").get(0).get("limit").asInt());
        assertEquals(
                "[{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"556.8\",\"maxPrice\":\"4529764\",\"tickSize\":\"0.10\"},"
                        + "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.001\",\"maxQty\":\"1000\",\"stepSize\":\"0.001\"},"
                        + "{\"filterType\":\"MARKET_LOT_SIZE\",\"minQty\":\"0.001\",\"maxQty\":\"120\",\"stepSize\":\"0.001\"},"
                        + "{\"filterType\":\"MAX_NUM_ORDERS\",\"limit\":200},"
                        + "{\"filterType\":\"MIN_NOTIONAL\",\"notional\":\"50\"},"
                        + "{\"filterType\":\"PERCENT_PRICE\",\"multiplierUp\":\"1.0500\",\"multiplierDown\":\"0.9500\","
                        + "\"multiplierDecimal\":\"4\"}]",
                symbol.get("filters").toString());
    }

    @Test
    void bookTickerAgreesWithTheDepth() throws Exception {
        JsonNode depth = get("/fapi/v1/depth?symbol=BTCUSDT&limit=5");
        JsonNode ticker = get("/fapi/v1/ticker/bookTicker?symbol=BTCUSDT");
        assertEquals(5, depth.get("bids").size());
        assertEquals(depth.get("bids").get(0).get(0), ticker.get("bidPrice"));
        assertEquals(depth.get("asks").get(0).get(1), ticker.get("askQty"));
        assertEquals(depth.get("lastUpdateId"), ticker.get("lastUpdateId"));
        assertEquals(1, get("/fapi/v1/ticker/bookTicker").size());
    }

    @Test
    void aggTradesPageById() throws Exception {
        JsonNode first = get("/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=500&limit=7");
        JsonNode second = get("/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=507&limit=7");
        assertEquals(7, first.size());
        assertEquals(500, first.get(0).get("a").asLong());
        assertEquals(507, second.get(0).get("a").asLong());
        assertEquals(first.get(6).get("l").asLong() + 1, second.get(0).get("f").asLong());
    }

    @Test
    void aggTradesNeverShowTheFuture() throws Exception {
        JsonNode all = get("/fapi/v1/aggTrades?symbol=BTCUSDT&limit=1000");
        long last = all.get(all.size() - 1).get("a").asLong();
        assertTrue(all.get(all.size() - 1).get("T").asLong() <= NOW_MS);
        assertEquals(
                0, get("/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=" + (last + 1)).size());
        assertEquals(
                0, get("/fapi/v1/aggTrades?symbol=BTCUSDT&startTime=" + NOW_MS).size());
    }

    @Test
    void aggTradesByTimeIncludeBothEnds() throws Exception {
        JsonNode all = get("/fapi/v1/aggTrades?symbol=BTCUSDT&limit=1000");
        long from = all.get(3).get("T").asLong();
        long to = all.get(9).get("T").asLong();
        JsonNode some = get("/fapi/v1/aggTrades?symbol=BTCUSDT&startTime=" + from + "&endTime=" + to);
        assertEquals(all.get(3), some.get(0));
        assertEquals(all.get(9), some.get(some.size() - 1));
    }

    /** Coinbase's own reader understands the made-up tickers, and the premium stays within its 6 bps. */
    @Test
    void coinbaseTickersSpeakItsDialect() throws Exception {
        HttpClient client = JdkHttpGet.newClient(Duration.ofSeconds(5));
        CoinbaseMarketRest coinbase =
                new CoinbaseMarketRest(floor.server.httpUri(), new JdkHttpGet(client, 10_000), Duration.ofSeconds(5));
        CoinbaseTicker spot = coinbase.ticker("BTC-USD");
        CoinbaseTicker usdt = coinbase.ticker("USDT-USD");
        BigDecimal last = new BigDecimal(
                get("/fapi/v1/aggTrades?symbol=BTCUSDT&limit=1").get(0).get("p").asText());
        client.close();

        assertEquals(NOW_MS, spot.tradeTimeMs());
        assertEquals(new BigDecimal("0.01"), spot.ask().subtract(spot.bid()));
        double bps = new CoinbasePremium(spot.mid(), last, usdt.mid()).bps().doubleValue();
        assertEquals(0, bps, 6.5);
    }

    @Test
    void premiumIndexIsTheMarkPriceFrameOfTheSameSecond() throws Exception {
        StreamClient later = StreamClient.open(floor.server, "/market/ws/btcusdt@markPrice@1s");
        later.say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":2}").awaitFrame("\"id\":2");
        pacer.release();
        assertEquals(NOW_MS + 1_000, pacer.awaitStop());
        JsonNode frame =
                later.awaitFrame("markPriceUpdate").events("markPriceUpdate").getFirst();
        JsonNode premium = get("/fapi/v1/premiumIndex?symbol=BTCUSDT");

        assertEquals(frame.get("p"), premium.get("markPrice"));
        assertEquals(frame.get("i"), premium.get("indexPrice"));
        assertEquals(frame.get("r"), premium.get("lastFundingRate"));
        assertEquals(frame.get("T"), premium.get("nextFundingTime"));
        assertEquals(NOW_MS + 1_000, premium.get("time").asLong());
    }

    @Test
    void fundingRatesAreEightHoursApartAndPast() throws Exception {
        JsonNode rates = get("/fapi/v1/fundingRate?symbol=BTCUSDT&limit=1000");
        assertEquals(100, rates.size());
        for (JsonNode rate : rates) {
            assertEquals(0, rate.get("fundingTime").asLong() % (8 * 3_600_000));
            assertTrue(rate.get("fundingTime").asLong() <= NOW_MS);
        }
    }

    @Test
    void statisticsEndWithTheLastPublishedPeriod() throws Exception {
        for (String name : List.of("openInterestHist", "globalLongShortAccountRatio", "topLongShortPositionRatio")) {
            JsonNode rows = get("/futures/data/" + name + "?symbol=BTCUSDT&period=5m&limit=4");
            assertEquals(4, rows.size());
            long lastMs = rows.get(3).get("timestamp").asLong();
            assertEquals(0, lastMs % 300_000);
            assertTrue(lastMs <= NOW_MS - 120_000 && lastMs > NOW_MS - 420_000);
            assertEquals(300_000, lastMs - rows.get(2).get("timestamp").asLong());
        }
        JsonNode ratio = get("/futures/data/globalLongShortAccountRatio?symbol=BTCUSDT&period=1h&limit=1")
                .get(0);
        assertEquals(
                0,
                BigDecimal.ONE.compareTo(new BigDecimal(ratio.get("longAccount").asText())
                        .add(new BigDecimal(ratio.get("shortAccount").asText()))));
        JsonNode now = get("/fapi/v1/openInterest?symbol=BTCUSDT");
        assertEquals(NOW_MS, now.get("time").asLong());
    }

    @ParameterizedTest
    @CsvSource({
        "/fapi/v1/depth?symbol=NOPE, 400, -1121",
        "/fapi/v1/depth?symbol=btcusdt, 400, -1121",
        "/fapi/v1/depth, 400, -1102",
        "/fapi/v1/depth?symbol=BTCUSDT&limit=7, 400, -1130",
        "/fapi/v1/depth?symbol=BTCUSDT&limit=x, 400, -1100",
        "/fapi/v1/aggTrades?symbol=BTCUSDT&limit=1001, 400, -1130",
        "/fapi/v1/aggTrades?symbol=BTCUSDT&limit=0, 400, -1130",
        "/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=-5, 400, -1100",
        "/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=1&startTime=1, 400, -1128",
        "/fapi/v1/aggTrades?symbol=BTCUSDT&startTime=1700000000000&endTime=1700003600001, 400, -4165",
        "/fapi/v1/aggTrades?symbol=BTCUSDT&startTime=1600000000000, 400, -4166",
        "/futures/data/openInterestHist?symbol=BTCUSDT&period=3m, 400, -1130",
        "/futures/data/openInterestHist?symbol=BTCUSDT, 400, -1102",
        "/fapi/v1/nothing, 404, -5000",
        "/fapi/v1/order?symbol=BTCUSDT, 401, -2014",
    })
    void badRequestsGetTheVenuesCodes(String pathAndQuery, int status, int code) throws Exception {
        RestClient.Reply reply = floor.rest.get(pathAndQuery);
        assertEquals(status + " " + code, reply.status() + " " + reply.code());
        assertEquals(2, reply.json().size(), "code and msg, nothing else");
    }

    @Test
    void weightsAreCountedInTheHeader() throws Exception {
        int before = Integer.parseInt(floor.rest.get("/fapi/v1/ping").header("X-MBX-USED-WEIGHT-1M"));
        int after = Integer.parseInt(
                floor.rest.get("/fapi/v1/depth?symbol=BTCUSDT&limit=1000").header("X-MBX-USED-WEIGHT-1M"));
        assertTrue(after == before + 20 || after == 20, "20 more, or the first of a new minute");
    }

    @Test
    void beyondTheLimitComes429AndThenTheBan() throws Exception {
        Path other = java.nio.file.Files.createDirectory(folder.resolve("limited"));
        try (Floor limited = Floor.open(other, config -> config.withLimits(new LimitRules(3, 300, 1_200)))) {
            RestClient.Reply last = limited.rest.get("/fapi/v1/ping");
            for (int i = 0; i < 10 && last.status() == 200; i++) {
                last = limited.rest.get("/fapi/v1/ping");
            }
            assertEquals("429 -1003", last.status() + " " + last.code());
            int retryAfter = Integer.parseInt(last.header("Retry-After"));
            assertTrue(retryAfter >= 1 && retryAfter <= 60);
            for (int i = 0; i < 100 && last.status() == 429; i++) {
                last = limited.rest.get("/fapi/v1/ping");
            }
            assertEquals("418 -1003", last.status() + " " + last.code());
        }
    }
}
