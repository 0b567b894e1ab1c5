package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.venue.rest.LimitRules;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything the signed side refuses, with its code. */
class RefusalsOverLoopbackTest extends StandingMarket {

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
    void ordersAreCounted() throws Exception {
        Path other = Files.createDirectory(folder.resolve("limited"));
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
}
