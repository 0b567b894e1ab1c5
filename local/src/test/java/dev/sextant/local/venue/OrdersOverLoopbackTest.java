package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Placing, finding and cancelling orders, and what the private stream and the account say of them. */
class OrdersOverLoopbackTest extends StandingMarket {

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
}
