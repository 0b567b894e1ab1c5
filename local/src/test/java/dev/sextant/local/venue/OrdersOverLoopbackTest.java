package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.rest.LimitRules;
import dev.sextant.local.venue.stream.ConnectionRules;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signed endpoints and the private stream, in a market that stands at its first second. */
class OrdersOverLoopbackTest {

    private static final long NOW_MS = 1_700_000_001_000L;

    @TempDir
    private Path folder;

    private final SteppedPacer pacer = new SteppedPacer();
    private Floor floor;

    @BeforeEach
    void playToTheFirstSecond() throws Exception {
        floor = Floor.open(folder, config -> config.withPacer(pacer));
        floor.listen();
        assertEquals(NOW_MS, pacer.awaitStop());
    }

    @AfterEach
    void close() {
        pacer.releaseAll();
        floor.close();
    }

    private JsonNode ok(String method, String path, String parameters) throws Exception {
        RestClient.Reply reply = floor.rest.signed(method, path, parameters);
        assertEquals(200, reply.status(), () -> reply.raw().body());
        return reply.json();
    }

    private StreamClient userStream() throws Exception {
        String key = floor.rest
                .send("POST", "/fapi/v1/listenKey", "", RestClient.KEY.key())
                .json()
                .get("listenKey")
                .asText();
        return StreamClient.open(floor.server, "/private/ws/" + key);
    }

    @Test
    void marketOrderIsAcknowledgedThenFoundFilledWithTradesPositionAndBalance() throws Exception {
        StreamClient user = userStream();
        JsonNode placed = ok(
                "POST",
                "/fapi/v1/order",
                "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.010&newClientOrderId=entry-1");
        assertEquals("NEW", placed.get("status").asText());
        assertEquals("0.000", placed.get("executedQty").asText());
        assertEquals(NOW_MS + 20, placed.get("updateTime").asLong(), "one entry latency after it was sent");

        JsonNode found = ok("GET", "/fapi/v1/order", "symbol=BTCUSDT&origClientOrderId=entry-1");
        assertEquals("FILLED", found.get("status").asText());
        assertEquals(placed.get("orderId"), found.get("orderId"));
        JsonNode trades = ok("GET", "/fapi/v1/userTrades", "symbol=BTCUSDT");
        assertEquals(found.get("orderId"), trades.get(0).get("orderId"));
        assertEquals("USDT", trades.get(0).get("commissionAsset").asText());
        JsonNode risk = ok("GET", "/fapi/v3/positionRisk", "");
        assertEquals("0.010", risk.get(0).get("positionAmt").asText());
        assertEquals(
                trades.get(0).get("price").asText(),
                risk.get(0).get("entryPrice").asText() + "0");
        JsonNode balance = ok("GET", "/fapi/v3/balance", "").get(0);
        BigDecimal fee = new BigDecimal(trades.get(0).get("commission").asText());
        assertEquals(
                new BigDecimal("100000").subtract(fee).toPlainString(),
                balance.get("balance").asText());

        user.awaitFrame("ACCOUNT_UPDATE");
        List<JsonNode> updates = user.events("ORDER_TRADE_UPDATE");
        assertEquals("NEW", updates.get(0).path("o").path("X").asText());
        JsonNode fill = updates.get(1);
        assertEquals(NOW_MS + 20, fill.get("T").asLong());
        assertEquals(NOW_MS + 40, fill.get("E").asLong(), "and one response latency later it is known");
        assertEquals("FILLED", fill.path("o").path("X").asText());
        assertEquals("entry-1", fill.path("o").path("c").asText());
        assertEquals(trades.get(0).get("id"), fill.path("o").get("t"));
        JsonNode account = user.events("ACCOUNT_UPDATE").getFirst().get("a");
        assertEquals("0.01", account.path("P").get(0).get("pa").asText());
        assertEquals(balance.get("balance"), account.path("B").get(0).get("wb"));
    }

    @Test
    void resultResponseTellsWhatBecameOfIt() throws Exception {
        JsonNode placed = ok(
                "POST",
                "/fapi/v1/order",
                "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.010&newOrderRespType=RESULT");
        assertEquals("FILLED", placed.get("status").asText());
        assertEquals("0.010", placed.get("executedQty").asText());
    }

    @Test
    void limitOrderRestsIsListedAndCancelled() throws Exception {
        String order =
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.010&price=59000&newClientOrderId=";
        ok("POST", "/fapi/v1/order", order + "a");
        ok("POST", "/fapi/v1/order", order + "b");
        assertEquals(
                -4116, floor.rest.signed("POST", "/fapi/v1/order", order + "a").code());
        assertEquals(2, ok("GET", "/fapi/v1/openOrders", "symbol=BTCUSDT").size());
        assertEquals(
                "CANCELED",
                ok("DELETE", "/fapi/v1/order", "symbol=BTCUSDT&origClientOrderId=a")
                        .get("status")
                        .asText());
        assertEquals(
                -2011,
                floor.rest
                        .signed("DELETE", "/fapi/v1/order", "symbol=BTCUSDT&origClientOrderId=a")
                        .code());
        assertEquals(
                200,
                ok("DELETE", "/fapi/v1/allOpenOrders", "symbol=BTCUSDT")
                        .get("code")
                        .asInt());
        assertEquals(0, ok("GET", "/fapi/v1/openOrders", "").size());
        ok("POST", "/fapi/v1/order", order + "a");
    }

    @Test
    void conditionalOrdersLiveOnTheirOwnEndpoints() throws Exception {
        StreamClient user = userStream();
        String stop = "algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET&triggerPrice=59000.0"
                + "&closePosition=true&workingType=MARK_PRICE&clientAlgoId=";
        JsonNode placed = ok("POST", "/fapi/v1/algoOrder", stop + "sl-1");
        assertEquals("NEW", placed.get("algoStatus").asText());
        assertTrue(placed.get("closePosition").asBoolean());
        ok("POST", "/fapi/v1/algoOrder", stop + "sl-2");
        assertEquals(
                -4116,
                floor.rest.signed("POST", "/fapi/v1/algoOrder", stop + "sl-1").code());
        assertEquals(2, ok("GET", "/fapi/v1/openAlgoOrders", "").size());
        assertEquals(
                "",
                ok("GET", "/fapi/v1/algoOrder", "clientAlgoId=sl-1")
                        .get("actualOrderId")
                        .asText());
        ok("DELETE", "/fapi/v1/allOpenOrders", "symbol=BTCUSDT");
        assertEquals(2, ok("GET", "/fapi/v1/openAlgoOrders", "symbol=BTCUSDT").size(), "stops survive cancel-all");

        JsonNode cancelled = ok("DELETE", "/fapi/v1/algoOrder", "algoId=" + placed.get("algoId"));
        assertTrue(cancelled.get("code").isTextual(), "the one place where the code is a string");
        assertEquals(
                -2011,
                floor.rest
                        .signed("DELETE", "/fapi/v1/algoOrder", "clientAlgoId=sl-1")
                        .code());
        assertEquals(
                -2013,
                floor.rest
                        .signed("GET", "/fapi/v1/algoOrder", "clientAlgoId=none")
                        .code());
        ok("DELETE", "/fapi/v1/algoOpenOrders", "symbol=BTCUSDT");
        assertEquals(0, ok("GET", "/fapi/v1/openAlgoOrders", "").size());

        user.await(_ -> user.events("ALGO_UPDATE").size() == 4);
        assertEquals(
                List.of("sl-1 NEW", "sl-2 NEW", "sl-1 CANCELED", "sl-2 CANCELED"),
                user.events("ALGO_UPDATE").stream()
                        .map(e -> e.path("o").path("caid").asText() + " "
                                + e.path("o").path("X").asText())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /fapi/v1/order | symbol=NOPE&side=BUY&type=MARKET&quantity=1 | -1121",
                "POST /fapi/v1/order | side=BUY&type=MARKET&quantity=1 | -1102",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=UP&type=MARKET&quantity=1 | -1117",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=ODD&quantity=1 | -1116",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=STOP_MARKET&stopPrice=1&closePosition=true | -4120",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=MARKET | -1102",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1e3 | -1100",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.0000000001 | -1111",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.0005 | -1111",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&price=5 | -1106",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&positionSide=LONG | -4061",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&newClientOrderId=a%20b | -1100",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&reduceOnly=yes | -1130",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=SELL&type=MARKET&quantity=1&reduceOnly=true | -2022",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=60000 | -1102",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=X&quantity=1&price=60000 | -1115",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTX&quantity=1&price=60100 | -5022",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=FOK&quantity=30&price=60001 | -5021",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=60000.05 | -4014",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=40000 | -4164",
                "POST /fapi/v1/order | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=999&price=60000 | -2019",
                "GET /fapi/v1/order | symbol=BTCUSDT&origClientOrderId=none | -2013",
                "GET /fapi/v1/order | symbol=BTCUSDT | -1102",
                "DELETE /fapi/v1/order | symbol=BTCUSDT&orderId=1 | -2011",
                "POST /fapi/v1/algoOrder | algoType=VP&symbol=BTCUSDT&side=SELL&type=STOP_MARKET&triggerPrice=1 | -1130",
                "POST /fapi/v1/algoOrder | algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=LIMIT&triggerPrice=1 | -1116",
                "POST /fapi/v1/algoOrder | algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET"
                        + "&triggerPrice=59000&closePosition=true&quantity=1 | -4137",
                "POST /fapi/v1/algoOrder | algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET"
                        + "&triggerPrice=59000&closePosition=true&reduceOnly=true | -1106",
                "POST /fapi/v1/algoOrder | algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET"
                        + "&triggerPrice=61000&closePosition=true | -2021",
                "POST /fapi/v1/algoOrder | algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET"
                        + "&triggerPrice=59000 | -1102",
            })
    void badOrdersGetTheVenuesCodes(String methodAndPath, String parameters, int code) throws Exception {
        String[] words = methodAndPath.split(" ", -1);
        RestClient.Reply reply = floor.rest.signed(words[0], words[1], parameters);
        assertEquals(
                "400 " + code,
                reply.status() + " " + reply.code(),
                () -> reply.raw().body());
    }

    @Test
    void wrongKeysSignaturesAndTimesAreTurnedAway() throws Exception {
        String path = "/fapi/v1/openOrders";
        String good = "timestamp=" + NOW_MS;
        String signature = RestClient.sign(RestClient.KEY.secret(), good);
        assertEquals(-2014, floor.rest.send("GET", path + "?" + good, "", "").code());
        assertEquals(
                -2015, floor.rest.send("GET", path + "?" + good, "", "other").code());
        assertEquals(
                -1102,
                floor.rest
                        .send("GET", path + "?" + good, "", RestClient.KEY.key())
                        .code());
        assertEquals(
                -1022,
                floor.rest
                        .send("GET", path + "?" + good + "&signature=" + "0".repeat(64), "", RestClient.KEY.key())
                        .code());
        assertEquals(
                -1022,
                floor.rest
                        .send("GET", path + "?signature=" + signature + "&" + good, "", RestClient.KEY.key())
                        .code(),
                "the signature must come last");
        assertEquals(
                200,
                floor.rest
                        .send("GET", path + "?" + good + "&signature=" + signature, "", RestClient.KEY.key())
                        .status());

        assertEquals(0, floor.rest.signedAt("GET", path, "", NOW_MS + 999).code());
        assertEquals(-1021, floor.rest.signedAt("GET", path, "", NOW_MS + 1_000).code());
        assertEquals(0, floor.rest.signedAt("GET", path, "", NOW_MS - 5_000).code());
        assertEquals(-1021, floor.rest.signedAt("GET", path, "", NOW_MS - 5_001).code());
        assertEquals(
                -1021,
                floor.rest.signedAt("GET", path, "recvWindow=10", NOW_MS - 11).code());
        assertEquals(
                -1131,
                floor.rest.signedAt("GET", path, "recvWindow=60001", NOW_MS).code());
    }

    @Test
    void anOrderWhoseWindowEndsOnItsWayIsRefusedByTheEngine() throws Exception {
        RestClient.Reply reply = floor.rest.signedAt(
                "POST",
                "/fapi/v1/order",
                "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.01&recvWindow=100",
                NOW_MS - 90);
        assertEquals(-5028, reply.code());
    }

    @Test
    void queryAndBodyAreSignedTogetherAndTheQueryWins() throws Exception {
        String query = "symbol=BTCUSDT&side=BUY&type=MARKET";
        String body = "quantity=0.010&side=SELL&newOrderRespType=RESULT&timestamp=" + NOW_MS;
        String signature = RestClient.sign(RestClient.KEY.secret(), query + body);
        RestClient.Reply reply = floor.rest.send(
                "POST", "/fapi/v1/order?" + query, body + "&signature=" + signature, RestClient.KEY.key());
        assertEquals(
                "BUY", reply.json().path("side").asText(), () -> reply.raw().body());
    }

    @Test
    void accountSettingsAreOneWayCrossAndTheFeesAreTold() throws Exception {
        assertEquals(
                "{\"dualSidePosition\":false}",
                ok("GET", "/fapi/v1/positionSide/dual", "").toString());
        assertEquals(
                "CROSSED",
                ok("GET", "/fapi/v1/symbolConfig", "symbol=BTCUSDT")
                        .get(0)
                        .get("marginType")
                        .asText());
        assertEquals(
                false,
                ok("GET", "/fapi/v1/accountConfig", "").get("dualSidePosition").asBoolean());
        assertEquals(
                "{\"symbol\":\"BTCUSDT\",\"makerCommissionRate\":\"0.0002\",\"takerCommissionRate\":\"0.0005\","
                        + "\"rpiCommissionRate\":\"0\"}",
                ok("GET", "/fapi/v1/commissionRate", "symbol=BTCUSDT").toString());
        assertEquals(
                "100000.00000000",
                ok("GET", "/fapi/v3/account", "").get("totalWalletBalance").asText());
        assertEquals(0, ok("GET", "/fapi/v3/positionRisk", "symbol=BTCUSDT").size());
    }

    @Test
    void ordersAreCounted() throws Exception {
        Path other = java.nio.file.Files.createDirectory(folder.resolve("limited"));
        try (Floor limited = Floor.open(other, config -> config.withLimits(new LimitRules(2_400, 2, 1_200)))) {
            String order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=59000";
            RestClient.Reply reply = limited.rest.signed("POST", "/fapi/v1/order", order);
            assertEquals("1", reply.header("X-MBX-ORDER-COUNT-10S"));
            assertEquals("1", reply.header("X-MBX-ORDER-COUNT-1M"));
            for (int i = 0; i < 5 && reply.status() == 200; i++) {
                reply = limited.rest.signed("POST", "/fapi/v1/order", order);
            }
            assertEquals("429 -1015", reply.status() + " " + reply.code());
            assertTrue(Integer.parseInt(reply.header("Retry-After")) <= 10);
        }
    }

    @Test
    void listenKeysAreOnePerAccountAndEndWhenDeleted() throws Exception {
        String apiKey = RestClient.KEY.key();
        JsonNode first =
                floor.rest.send("POST", "/fapi/v1/listenKey", "", apiKey).json();
        assertEquals(
                first, floor.rest.send("POST", "/fapi/v1/listenKey", "", apiKey).json());
        assertEquals(
                first, floor.rest.send("PUT", "/fapi/v1/listenKey", "", apiKey).json());
        StreamClient user = userStream();
        assertEquals(
                "{}",
                floor.rest
                        .send("DELETE", "/fapi/v1/listenKey", "", apiKey)
                        .json()
                        .toString());
        assertEquals(1001, user.closeCode());
        assertEquals(
                -1125, floor.rest.send("PUT", "/fapi/v1/listenKey", "", apiKey).code());
        assertTrue(!first.equals(
                floor.rest.send("POST", "/fapi/v1/listenKey", "", apiKey).json()));
    }

    @Test
    void anExpiredListenKeySaysFarewell() throws Exception {
        Path other = java.nio.file.Files.createDirectory(folder.resolve("short"));
        ConnectionRules rules = ConnectionRules.live().withListenKeyValidity(Duration.ofMillis(300));
        try (Floor shortLived = Floor.open(other, config -> config.withConnections(rules))) {
            String key = shortLived
                    .rest
                    .send("POST", "/fapi/v1/listenKey", "", RestClient.KEY.key())
                    .json()
                    .get("listenKey")
                    .asText();
            StreamClient user = StreamClient.open(shortLived.server, "/private/ws?listenKey=" + key);
            user.awaitFrame("\"e\":\"listenKeyExpired\"");
            assertEquals(1001, user.closeCode());
        }
    }

    @Test
    void theEventsFilterIsAnAllowList() throws Exception {
        String key = floor.rest
                .send("POST", "/fapi/v1/listenKey", "", RestClient.KEY.key())
                .json()
                .get("listenKey")
                .asText();
        StreamClient orders = StreamClient.open(
                floor.server, "/private/ws?listenKey=" + key + "&events=ORDER_TRADE_UPDATE/ALGO_UPDATE");
        StreamClient wrapped = StreamClient.open(floor.server, "/private/stream?listenKey=" + key);
        ok("POST", "/fapi/v1/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.010");
        wrapped.awaitFrame("ACCOUNT_UPDATE");
        orders.awaitFrame("\"X\":\"FILLED\"");
        assertTrue(wrapped.frames.getFirst().startsWith("{\"stream\":\"" + key + "\",\"data\":{\"e\":"));
        assertEquals(0, orders.events("ACCOUNT_UPDATE").size());
    }
}
