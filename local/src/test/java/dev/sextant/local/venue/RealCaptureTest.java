package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.capture.ReferenceData;
import dev.sextant.local.venue.play.Speed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real captures, whole, over real sockets, against sums taken straight from their text. */
class RealCaptureTest {

    private static final Path CAPTURE = Path.of("../captures/usdm-btcusdt-20240808.gz");
    private static final Pattern TRADE_QTY = Pattern.compile("\"e\":\"trade\".*?\"q\":\"([0-9.]+)\"");

    @Test
    void everyTradeArrivesOnceAndTheBookNeverDisagreesWithTheBestPrices() throws Exception {
        Assumptions.assumeTrue(Files.exists(CAPTURE), "the bundled capture is missing: " + CAPTURE.toAbsolutePath());
        CountDownLatch finished = new CountDownLatch(1);
        VenueServerConfig config = VenueServerConfig.of(CAPTURE, RestClient.KEY)
                .withSpeed(Speed.MAX)
                .withOnFinished(finished::countDown);
        try (VenueServer server = VenueServer.start(config)) {
            StreamClient depth = StreamClient.listening(server, "/public/ws/btcusdt@depth@100ms");
            StreamClient market =
                    StreamClient.open(server, "/market/ws/btcusdt@aggTrade/btcusdt@markPrice@1s/btcusdt@forceOrder");
            assertTrue(finished.await(60, TimeUnit.SECONDS));
            JsonNode status = new RestClient(server).get("/sextant/v1/venue").json();
            assertEquals(21_313, status.get("raw_trades_total").asInt());
            assertEquals(0, status.get("book_mismatches").asInt());
            assertEquals(6_547, status.get("book_checks").asInt());
            market.await(_ -> market.events("aggTrade").size()
                    == status.get("trades_total").asInt());
            checkTrades(market.events("aggTrade"));
            assertEquals(345, market.events("markPriceUpdate").size());

            depth.awaitFrame("\"u\":5123135475514");
            List<JsonNode> diffs = depth.events("depthUpdate");
            for (int i = 1; i < diffs.size(); i++) {
                assertEquals(diffs.get(i - 1).get("u"), diffs.get(i).get("pu"));
            }
        }
    }

    @Test
    void aCaptureOfFourSymbolsWithRecordedAggTradesPlaysToo() throws Exception {
        Path data = ReferenceData.folder("binance-usdm-ws-combined");
        CountDownLatch finished = new CountDownLatch(1);
        Path frames = data.resolve("4syms-20210722T2225Z.ws.raw.txt.gz");
        Path books = data.resolve("4syms-20210722T2225Z.rest-depth.raw.txt.gz");
        VenueServerConfig config = VenueServerConfig.of(
                        new Programme.Recorded(List.of(frames, books), 1), RestClient.KEY)
                .withSpeed(Speed.MAX)
                .withOnFinished(finished::countDown);
        try (VenueServer server = VenueServer.start(config)) {
            RestClient rest = new RestClient(server);
            assertEquals(
                    4, rest.get("/fapi/v1/exchangeInfo").json().get("symbols").size());
            StreamClient client =
                    StreamClient.open(server, "/market/ws/sushiusdt@aggTrade/sushiusdt@markPrice@1s/ctkusdt@aggTrade");
            assertTrue(finished.await(60, TimeUnit.SECONDS));
            client.await(_ -> client.events("aggTrade").size() == 40 + 38);
            RestClient.Reply order = rest.signed(
                    "POST",
                    "/fapi/v1/order",
                    "symbol=SUSHIUSDT&side=BUY&type=MARKET&quantity=1000&newOrderRespType=RESULT");
            assertEquals(
                    "FILLED",
                    order.json().path("status").asText(),
                    () -> order.raw().body());
        }
    }

    private static void checkTrades(List<JsonNode> trades) throws Exception {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < trades.size(); i++) {
            sum = sum.add(new BigDecimal(trades.get(i).get("q").asText()));
            if (i > 0) {
                JsonNode before = trades.get(i - 1);
                assertEquals(
                        before.get("a").asLong() + 1, trades.get(i).get("a").asLong());
                assertEquals(
                        before.get("l").asLong() + 1, trades.get(i).get("f").asLong());
                assertTrue(before.get("E").asLong() <= trades.get(i).get("E").asLong());
            }
        }
        assertEquals(0, rawQuantity().compareTo(sum));
    }

    private static BigDecimal rawQuantity() throws Exception {
        BigDecimal sum = BigDecimal.ZERO;
        try (GZIPInputStream bytes = new GZIPInputStream(Files.newInputStream(CAPTURE))) {
            Matcher trades = TRADE_QTY.matcher(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            while (trades.find()) {
                sum = sum.add(new BigDecimal(trades.group(1)));
            }
        }
        return sum;
    }
}
