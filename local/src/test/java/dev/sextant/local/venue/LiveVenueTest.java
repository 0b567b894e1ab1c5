package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.live.LiveVenue;
import dev.sextant.local.venue.live.LiveVenueConfig;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Paper orders on the market of an exchange, for which a venue that plays a capture stands in. */
@Timeout(120)
class LiveVenueTest {

    private static final long PATIENT_MS = 10_000;
    private static final long STRICT_MS = 400;

    @TempDir
    private Path folder;

    private LiveFloor floor;

    @BeforeEach
    void exchange() throws Exception {
        floor = new LiveFloor(folder);
    }

    @AfterEach
    void close() {
        floor.close();
    }

    private static JsonNode ok(RestClient rest, String method, String path, String parameters) throws Exception {
        RestClient.Reply reply = rest.signed(method, path, parameters);
        assertEquals(200, reply.status(), () -> reply.raw().body());
        return reply.json();
    }

    private static String buy(String quantity, String clientId) {
        return "symbol=BTCUSDT&side=BUY&type=MARKET&newOrderRespType=RESULT&quantity=" + quantity + "&newClientOrderId="
                + clientId;
    }

    private static String closingStop(BigDecimal trigger) {
        return "algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET&closePosition=true&clientAlgoId=stop"
                + "&triggerPrice=" + trigger;
    }

    private BigDecimal ask() throws Exception {
        return new BigDecimal(floor.exchangeRest
                .get("/fapi/v1/ticker/bookTicker?symbol=BTCUSDT")
                .json()
                .get("askPrice")
                .asText());
    }

    @Test
    void aMarketOrderWalksTheExchangesBook() throws Exception {
        try (LiveVenue venue = floor.open(PATIENT_MS)) {
            RestClient paper = new RestClient(venue);
            floor.standWith(paper);
            JsonNode asks = floor.exchangeRest
                    .get("/fapi/v1/depth?symbol=BTCUSDT&limit=20")
                    .json()
                    .get("asks");
            BigDecimal first = new BigDecimal(asks.get(0).get(1).asText());
            BigDecimal more = new BigDecimal("0.001");
            BigDecimal paid = first.multiply(new BigDecimal(asks.get(0).get(0).asText()))
                    .add(more.multiply(new BigDecimal(asks.get(1).get(0).asText())));

            JsonNode order =
                    ok(paper, "POST", "/fapi/v1/order", buy(first.add(more).toPlainString(), "entry"));

            assertEquals("FILLED", order.get("status").asText());
            assertEquals(0, paid.compareTo(new BigDecimal(order.get("cumQuote").asText())), order::toString);
            long aheadMs = Math.abs(order.get("updateTime").asLong()
                    - floor.exchange.marketClock().nowMs());
            assertTrue(aheadMs < 60_000, "the market clock is the exchange's, years from this machine's: " + aheadMs);
        }
    }

    @Test
    void aStopTriggersWhenTheExchangeTradesThroughIt() throws Exception {
        try (LiveVenue venue = floor.open(PATIENT_MS)) {
            RestClient paper = new RestClient(venue);
            floor.stand();
            BigDecimal trigger = ask().add(new BigDecimal("0.5"));
            ok(paper, "POST", "/fapi/v1/order", buy("0.01", "entry").replace("BUY", "SELL"));
            ok(paper, "POST", "/fapi/v1/algoOrder", closingStop(trigger).replace("SELL", "BUY"));
            floor.exchange.resume();

            LiveFloor.await(() -> ok(paper, "GET", "/fapi/v1/algoOrder", "clientAlgoId=stop")
                    .get("algoStatus")
                    .asText()
                    .equals("FINISHED"));

            JsonNode trades = ok(paper, "GET", "/fapi/v1/userTrades", "symbol=BTCUSDT");
            assertEquals(2, trades.size());
            assertEquals("BUY", trades.get(1).get("side").asText());
            assertTrue(new BigDecimal(trades.get(1).get("price").asText()).compareTo(trigger) >= 0);
            assertEquals(0, ok(paper, "GET", "/fapi/v3/positionRisk", "").size());
        }
    }

    @Test
    void theAccountSurvivesARestart() throws Exception {
        String target = "symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=GTC&quantity=0.004&price=61000"
                + "&newClientOrderId=target";
        List<JsonNode> before;
        long lastOrderId;
        try (LiveVenue venue = floor.open(PATIENT_MS)) {
            RestClient paper = new RestClient(venue);
            ok(paper, "POST", "/fapi/v1/order", buy("0.01", "entry"));
            ok(paper, "POST", "/fapi/v1/algoOrder", closingStop(new BigDecimal("59000")));
            lastOrderId =
                    ok(paper, "POST", "/fapi/v1/order", target).get("orderId").asLong();
            before = account(paper);
        }
        try (LiveVenue venue = floor.open(PATIENT_MS)) {
            RestClient paper = new RestClient(venue);
            assertEquals(before, account(paper));
            RestClient.Reply again = paper.signed("POST", "/fapi/v1/order", target);
            assertEquals(-4116, again.code(), "an open client id is taken, restart or not");
            JsonNode next = ok(paper, "POST", "/fapi/v1/order", buy("0.002", "second"));
            assertTrue(next.get("orderId").asLong() > lastOrderId);
            JsonNode trades = ok(paper, "GET", "/fapi/v1/userTrades", "symbol=BTCUSDT");
            assertTrue(trades.get(trades.size() - 1).get("id").asLong()
                    > trades.get(trades.size() - 2).get("id").asLong());
        }
    }

    private static List<JsonNode> account(RestClient rest) throws Exception {
        JsonNode position = ok(rest, "GET", "/fapi/v3/positionRisk", "").get(0);
        return List.of(
                ok(rest, "GET", "/fapi/v1/userTrades", "symbol=BTCUSDT"),
                ok(rest, "GET", "/fapi/v1/order", "symbol=BTCUSDT&origClientOrderId=entry"),
                ok(rest, "GET", "/fapi/v1/openOrders", "symbol=BTCUSDT"),
                ok(rest, "GET", "/fapi/v1/openAlgoOrders", ""),
                position.get("positionAmt"),
                position.get("entryPrice"),
                ok(rest, "GET", "/fapi/v3/balance", "").get(0).get("balance"));
    }

    @Test
    void aSilentExchangeShutsTheDoorUntilItSpeaksAgain() throws Exception {
        try (LiveVenue venue = floor.open(STRICT_MS)) {
            RestClient paper = new RestClient(venue);
            floor.stand();
            LiveFloor.await(() -> venue.description().get("state").asText().equals("STALE"));

            RestClient.Reply refused = paper.signed("POST", "/fapi/v1/order", buy("0.01", "early"));

            assertEquals(400, refused.status());
            assertEquals(-1016, refused.code(), "a listed code under 400: definitely not placed");
            assertEquals(
                    -2013,
                    paper.signed("GET", "/fapi/v1/order", "symbol=BTCUSDT&origClientOrderId=early")
                            .code());
            assertTrue(venue.description().get("orders_refused").asLong() >= 1);

            floor.exchange.resume();
            LiveFloor.await(() -> venue.description().get("state").asText().equals("LIVE"));
            LiveFloor.await(() ->
                    paper.signed("POST", "/fapi/v1/order", buy("0.01", "late")).status() == 200);
        }
    }

    @Test
    void aCutConnectionIsReplacedAndTheBookReadAnew() throws Exception {
        try (LiveVenue venue = floor.open(PATIENT_MS)) {
            RestClient paper = new RestClient(venue);
            floor.cuts.set(2);
            LiveFloor.await(() -> venue.description().get("reconnects").asLong() >= 2);
            LiveFloor.await(() -> venue.description().get("state").asText().equals("LIVE"));
            floor.standWith(paper);
            assertTrue(venue.description().get("book_resyncs").asLong() >= 1);
        }
    }

    @Test
    void whoIsNotThereIsNamedWithWhatToDo() {
        BinanceEndpoints nobody = BinanceEndpoints.of(URI.create("http://127.0.0.1:1"), URI.create("ws://127.0.0.1:1"));
        LiveVenueConfig config =
                LiveVenueConfig.of(nobody, new Symbol("BTCUSDT"), RestClient.KEY, folder.resolve("account.json"));
        String said = String.valueOf(
                assertThrows(IOException.class, () -> LiveVenue.start(config)).getMessage());
        assertTrue(said.startsWith("the exchange at http://127.0.0.1:1 can't be used"), said);
        assertTrue(said.contains("live.rest_url") && !said.contains("\n"), said);
    }

    @Test
    void aDamagedAccountIsNamedAndLeftAlone() throws Exception {
        Path file = folder.resolve("account.json");
        Files.writeString(file, "{\"format\":1,\"account\":{\"orders\":7}}");
        String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> floor.open(PATIENT_MS))
                .getMessage());
        assertTrue(said.contains(file.toString()) && said.contains("--fresh"), said);
        assertTrue(Files.exists(file));
    }
}
