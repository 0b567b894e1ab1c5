package dev.sextant.venues.binance.trade;

import static dev.sextant.venues.binance.trade.ScriptedVenue.cutOff;
import static dev.sextant.venues.binance.trade.ScriptedVenue.hangUp;
import static dev.sextant.venues.binance.trade.ScriptedVenue.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever the venue does to a placement, it gets exactly one request, and the desk claims no more than it knows. */
class PlacementOverLoopbackTest {

    private static final String ORDER = "POST /fapi/v1/order";
    private static final String ALGO = "POST /fapi/v1/algoOrder";
    private static final String ACCEPTED = Bodies.order("sxentry1", 22_542_179, "NEW", "0");
    private static final String UNKNOWN_TEXT = "Unknown error, please check your request or try again later.";

    private record Case(String name, Function<ScriptedVenue, ScriptedVenue.Step> step, Class<? extends Placement> end) {

        /** Short only where the wait itself is the case: a slow machine must not turn an answer into a time-out. */
        Duration patience() {
            return name.equals("silence") || name.equals("a stalled body")
                    ? Duration.ofSeconds(1)
                    : Duration.ofSeconds(10);
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("an order", v -> json(200, ACCEPTED), Placement.Accepted.class),
            new Case("a listed refusal", v -> json(400, Bodies.MARGIN), Placement.Rejected.class),
            new Case("hang-up after reading", v -> hangUp(), Placement.Unknown.class),
            new Case("silence", v -> v.silence(), Placement.Unknown.class),
            new Case("a stalled body", v -> v.stall(200, ACCEPTED, 100), Placement.Unknown.class),
            new Case("a body cut off", v -> cutOff(200, ACCEPTED, 100), Placement.Unknown.class),
            new Case("a body without its last brace", v -> json(200, chopped(ACCEPTED)), Placement.Unknown.class),
            new Case("a refusal cut off", v -> json(400, chopped(Bodies.MARGIN)), Placement.Unknown.class),
            new Case(
                    "somebody else's order",
                    v -> json(200, Bodies.order("sxother", 1, "NEW", "0")),
                    Placement.Unknown.class),
            new Case("nothing with 200", v -> json(200, ""), Placement.Unknown.class),
            new Case("503 unknown", v -> json(503, Bodies.error(-1000, UNKNOWN_TEXT)), Placement.Unknown.class),
            new Case(
                    "503 without a code",
                    v -> json(503, "{\"msg\":\"" + UNKNOWN_TEXT + "\"}"),
                    Placement.Unknown.class),
            new Case("503 unavailable", v -> json(503, "{\"msg\":\"Service Unavailable.\"}"), Placement.Unknown.class),
            new Case("503 throttled", v -> json(503, Bodies.error(-1008, "throttled")), Placement.Unknown.class),
            new Case("503 with a listed code", v -> json(503, Bodies.MARGIN), Placement.Unknown.class),
            new Case("502 from a proxy", v -> json(502, "<html>Bad Gateway</html>"), Placement.Unknown.class),
            new Case("408 time-out", v -> json(408, Bodies.error(-1007, "Timeout")), Placement.Unknown.class),
            new Case("duplicate id", v -> json(400, Bodies.error(-4116, "duplicated")), Placement.Unknown.class),
            new Case("clock", v -> json(400, Bodies.error(-1021, "recvWindow")), Placement.Rejected.class),
            new Case("an unlisted code", v -> json(400, Bodies.error(-7777, "Rejected")), Placement.Unknown.class),
            new Case("a redirect", v -> json(307, "", "Location", "/fapi/v1/order"), Placement.Unknown.class),
            new Case(
                    "429",
                    v -> json(429, Bodies.error(-1003, "Too many"), "Retry-After", "7"),
                    Placement.Rejected.class),
            new Case(
                    "418",
                    v -> json(418, Bodies.error(-1003, "banned"), "Retry-After", "120"),
                    Placement.Rejected.class),
            new Case("a firewall", v -> json(403, "<html>WAF</html>"), Placement.Unknown.class));

    @TestFactory
    Stream<DynamicTest> exactlyOneRequestWhateverHappens() {
        return CASES.stream()
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> {
                    try (Desk desk = new Desk(ClockMode.OFFSET, c.patience())) {
                        desk.venue.on(ORDER, c.step().apply(desk.venue));
                        Placement placement = desk.adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS);
                        assertInstanceOf(c.end(), placement, placement::toString);
                        assertEquals(1, desk.venue.to(ORDER).size());
                        assertTrue(desk.time.sleptMs.isEmpty(), "a placement never waits for another try");
                    }
                }));
    }

    /** A kept-alive connection that the venue drops is where HTTP clients like to send again. */
    @Test
    void aConnectionThatDiesUnderThePlacementIsNotReplacedByAnother() {
        try (Desk desk = new Desk()) {
            desk.venue.on("GET /fapi/v1/order", json(400, Bodies.error(-2013, "Order does not exist.")));
            assertEquals(new Lookup.NotFound(), desk.adapter.find(Desk.BTC, "sxentry1", Desk.ENTRY.type()));
            desk.venue.on(ORDER, hangUp()).on(ORDER, json(200, ACCEPTED));
            assertInstanceOf(Placement.Unknown.class, desk.adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS));
            assertEquals(1, desk.venue.to(ORDER).size());
        }
    }

    @Test
    void aClosedPortMeansDefinitelyNotPlaced() {
        try (Desk desk = new Desk()) {
            desk.venue.close();
            Placement.Rejected rejected =
                    assertInstanceOf(Placement.Rejected.class, desk.adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS));
            assertEquals("NOT_SENT", rejected.code());
            assertTrue(rejected.retryable());
            assertFalse(rejected.halt());
        }
    }

    @Test
    void aMarketOrderIsSentAsTheProtocolSays() {
        try (Desk desk = new Desk()) {
            desk.venue.on(ORDER, json(200, ACCEPTED));
            desk.adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS);
            ScriptedVenue.Request sent = desk.venue.to(ORDER).getFirst();
            assertEquals(
                    "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.01&newClientOrderId=sxentry1&newOrderRespType=RESULT"
                            + "&recvWindow=2000&timestamp=1723075199123&signature=" + signatureOf(sent),
                    sent.rawQuery());
            assertEquals("", sent.body(), "never split between query and body");
            assertEquals(List.of(Desk.API_KEY), sent.headers().get("X-mbx-apikey"));
        }
    }

    @Test
    void aClosingMarketOrderSaysReduceOnly() {
        try (Desk desk = new Desk()) {
            OrderRequest close = new OrderRequest(
                    Desk.BTC, "sxclose1", Desk.STOP.side(), Desk.ENTRY.type(), Desk.ENTRY.quantity(), null, true);
            desk.venue.on(ORDER, json(400, Bodies.error(-2022, "ReduceOnly Order is rejected.")));
            assertInstanceOf(Placement.Rejected.class, desk.adapter.place(close, Desk.SIGNED_AT_MS));
            assertEquals("true", desk.venue.to(ORDER).getFirst().parameter("reduceOnly"));
        }
    }

    @Test
    void aStopGoesToTheAlgoService() {
        try (Desk desk = new Desk()) {
            desk.venue.on(ALGO, json(200, Bodies.algo("sxstop1", "NEW", "")));
            assertInstanceOf(Placement.Accepted.class, desk.adapter.place(Desk.STOP, Desk.SIGNED_AT_MS));
            assertEquals(List.of(), desk.venue.to(ORDER));
            Map<String, String> sent =
                    new TreeMap<>(desk.venue.to(ALGO).getFirst().parameters());
            sent.remove("signature");
            assertEquals(
                    "{algoType=CONDITIONAL, clientAlgoId=sxstop1, quantity=0.01, recvWindow=2000, reduceOnly=true,"
                            + " side=SELL, symbol=BTCUSDT, timestamp=1723075199123, triggerPrice=61000.5,"
                            + " type=STOP_MARKET, workingType=CONTRACT_PRICE}",
                    sent.toString());
        }
    }

    @Test
    void anOrderThatCantBeWrittenIsNotSent() {
        try (Desk desk = new Desk()) {
            OrderRequest foreign = new OrderRequest(
                    Desk.BTC, "autoclose-1", Desk.ENTRY.side(), Desk.ENTRY.type(), Desk.ENTRY.quantity(), null, false);
            assertEquals("NOT_SENT", code(desk.adapter.place(foreign, Desk.SIGNED_AT_MS)));
            OrderRequest opening = new OrderRequest(
                    Desk.BTC,
                    "sx1",
                    Desk.STOP.side(),
                    Desk.STOP.type(),
                    Desk.STOP.quantity(),
                    Desk.STOP.triggerPrice(),
                    false);
            assertEquals("NOT_SENT", code(desk.adapter.place(opening, Desk.SIGNED_AT_MS)));
            assertEquals(List.of(), desk.venue.to(ORDER));
            assertEquals(List.of(), desk.venue.to(ALGO));
        }
    }

    private static String code(Placement placement) {
        return assertInstanceOf(Placement.Rejected.class, placement).code();
    }

    private static String signatureOf(ScriptedVenue.Request request) {
        String query = request.rawQuery();
        return new HmacSigner(Desk.SECRET).sign(query.substring(0, query.indexOf("&signature=")));
    }

    private static String chopped(String body) {
        return body.substring(0, body.lastIndexOf('}'));
    }
}
