package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.local.venue.rest.ApiKey;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published signature vectors, sent to a venue whose market stands at their time. */
class SignatureVectorsTest {

    private static final ApiKey KEY = new ApiKey(
            "dbefbc809e3e83c283a984c3a1459732ea7db1360ca80c5c2c8867408d28cc83",
            "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9");

    @TempDir
    private Path folder;

    @Test
    void limitOrderOfTheDocumentation() throws Exception {
        String order = "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC"
                + "&recvWindow=5000&timestamp=1591702613943";
        String signature = "3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9";
        try (Floor floor = Floor.open(folder, 1_591_702_613_500L, 9_500, config -> config.withApiKey(KEY))) {
            RestClient.Reply reply =
                    floor.rest.send("POST", "/fapi/v1/order?" + order + "&signature=" + signature, "", KEY.key());
            assertEquals(
                    "NEW",
                    reply.json().path("status").asText(),
                    () -> reply.raw().body());
            RestClient.Reply upperCase = floor.rest.send(
                    "POST",
                    "/fapi/v1/order",
                    order + "&signature=" + signature.toUpperCase(java.util.Locale.ROOT),
                    KEY.key());
            assertEquals(200, upperCase.status(), "in the body, and hex of either case");
            RestClient.Reply wrong = floor.rest.send(
                    "POST", "/fapi/v1/order?" + order + "&signature=" + signature.replace('3', '4'), "", KEY.key());
            assertEquals(-1022, wrong.code());
        }
    }

    @Test
    void parametersSplitOverQueryAndBody() throws Exception {
        try (Floor floor = Floor.open(folder, 1_591_702_613_500L, 9_500, config -> config.withApiKey(KEY))) {
            RestClient.Reply reply = floor.rest.send(
                    "POST",
                    "/fapi/v1/order?symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC",
                    "quantity=1&price=9000&recvWindow=5000&timestamp=1591702613943"
                            + "&signature=30baaf0fab549bbeda7f5ef201898b34122da25fd23c646cac2c529aebe670a4",
                    KEY.key());
            assertEquals(
                    "NEW",
                    reply.json().path("status").asText(),
                    () -> reply.raw().body());
        }
    }

    @Test
    void conditionalOrder() throws Exception {
        String order = "algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET&triggerPrice=80000.0"
                + "&closePosition=true&workingType=MARK_PRICE&priceProtect=true&clientAlgoId=sl-0001"
                + "&recvWindow=5000&timestamp=1790000000000"
                + "&signature=beecf2c3a2fd182917d77ce4f4eed990750502caa1065734025b75548a5ac11e";
        try (Floor floor = Floor.open(folder, 1_790_000_000_500L, 85_000, config -> config.withApiKey(KEY))) {
            RestClient.Reply reply = floor.rest.send("POST", "/fapi/v1/algoOrder?" + order, "", KEY.key());
            assertEquals(
                    "sl-0001",
                    reply.json().path("clientAlgoId").asText(),
                    () -> reply.raw().body());
            assertEquals("NEW", reply.json().path("algoStatus").asText());
        }
    }
}
