package dev.sextant.venues.binance.trade;

import static dev.sextant.venues.binance.trade.ScriptedVenue.hangUp;
import static dev.sextant.venues.binance.trade.ScriptedVenue.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueOrder.Status;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersOverLoopbackTest {

    private static final String ORDER = "GET /fapi/v1/order";
    private static final String ALGO = "GET /fapi/v1/algoOrder";
    private static final String CANCEL = "DELETE /fapi/v1/order";
    private static final String CANCEL_ALGO = "DELETE /fapi/v1/algoOrder";
    private static final String NO_ORDER = Bodies.error(-2013, "Order does not exist.");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aMarketOrderIsFoundByOurId() {
        desk.venue.on(ORDER, json(200, Bodies.order("sxentry1", 77, "FILLED", "0.010")));
        VenueOrder order = found(desk.adapter.find(Desk.BTC, "sxentry1", OrderType.MARKET));
        assertEquals(Status.FILLED, order.status());
        ScriptedVenue.Request asked = desk.venue.to(ORDER).getFirst();
        assertEquals("sxentry1", asked.parameter("origClientOrderId"));
        assertEquals("BTCUSDT", asked.parameter("symbol"));
        assertEquals("5000", asked.parameter("recvWindow"));
    }

    @Test
    void notFoundIsItsOwnAnswerAndEverythingElseIsUnknown() {
        desk.venue.on(ORDER, json(400, NO_ORDER)).on(ALGO, json(400, NO_ORDER));
        assertEquals(new Lookup.NotFound(), desk.adapter.find(Desk.BTC, "sx", OrderType.MARKET));
        assertEquals(new Lookup.NotFound(), desk.adapter.find(Desk.BTC, "sx", OrderType.STOP_MARKET));

        desk.venue.on(ORDER, json(200, Bodies.order("sxother", 77, "FILLED", "0.010")));
        assertEquals(
                new Lookup.Unknown("the answer is about origClientOrderId sxother, expected sxentry1"),
                desk.adapter.find(Desk.BTC, "sxentry1", OrderType.MARKET));
        desk.venue.on(ORDER, json(400, Bodies.error(-1121, "Invalid symbol.")));
        assertEquals(
                new Lookup.Unknown("-1121 Invalid symbol."), desk.adapter.find(Desk.BTC, "sxentry1", OrderType.MARKET));
        for (int i = 0; i < 3; i++) {
            desk.venue.on(ORDER, json(503, ""));
        }
        assertInstanceOf(Lookup.Unknown.class, desk.adapter.find(Desk.BTC, "sxentry1", OrderType.MARKET));
    }

    @ParameterizedTest(name = "{0} with regular order {1} is {2}")
    @CsvSource({
        "TRIGGERED, NEW, OPEN, 0",
        "TRIGGERED, PARTIALLY_FILLED, PARTIALLY_FILLED, 0.004",
        "TRIGGERED, FILLED, FILLED, 0.010",
        "FINISHED, FILLED, FILLED, 0.010",
        "FINISHED, CANCELED, CANCELED, 0.004",
        "FINISHED, EXPIRED, EXPIRED, 0"
    })
    void aTriggeredStopIsExplainedByItsRegularOrder(String stage, String regular, Status expected, String filled) {
        desk.venue
                .on(ALGO, json(200, Bodies.algo("sxstop1", stage, "77")))
                .on(ORDER, json(200, Bodies.order("somebodys-choice", 77, regular, filled)));
        VenueOrder order = found(desk.adapter.find(Desk.BTC, "sxstop1", OrderType.STOP_MARKET));
        assertEquals(expected, order.status());
        assertEquals(
                filled,
                order.filled().value().setScale(filled.length() > 1 ? 3 : 0).toPlainString());
        assertEquals("sxstop1", order.clientOrderId());
        assertEquals("2146760", order.venueOrderId());
        assertEquals("77", order.executingOrderId());
        assertEquals("77", desk.venue.to(ORDER).getFirst().parameter("orderId"));
    }

    @Test
    void aTriggeredStopWhoseOrderIsNotVisibleYetIsOpenAndAFinishedOneUnknown() {
        desk.venue
                .on(ALGO, json(200, Bodies.algo("sxstop1", "TRIGGERED", "77")))
                .on(ORDER, json(400, NO_ORDER));
        VenueOrder open = found(desk.adapter.find(Desk.BTC, "sxstop1", OrderType.STOP_MARKET));
        assertEquals(Status.OPEN, open.status());
        assertEquals("77", open.fillsOrderId());

        desk.venue.on(ALGO, json(200, Bodies.algo("sxstop1", "FINISHED", "77"))).on(ORDER, json(400, NO_ORDER));
        assertInstanceOf(Lookup.Unknown.class, desk.adapter.find(Desk.BTC, "sxstop1", OrderType.STOP_MARKET));
        desk.venue.on(ALGO, json(200, Bodies.algo("sxstop1", "FINISHED", "")));
        assertInstanceOf(Lookup.Unknown.class, desk.adapter.find(Desk.BTC, "sxstop1", OrderType.STOP_MARKET));
    }

    @Test
    void cancelsGoToTheServiceThatHoldsTheOrder() {
        desk.venue
                .on(CANCEL, json(200, Bodies.order("sxentry1", 77, "CANCELED", "0")))
                .on(
                        CANCEL_ALGO,
                        json(
                                200,
                                "{\"algoId\":2146760,\"clientAlgoId\":\"sxstop1\",\"code\":\"200\",\"msg\":\"success\"}"));
        assertEquals(new Cancellation.Accepted(), desk.adapter.cancel(Desk.BTC, "sxentry1", OrderType.MARKET));
        assertEquals(new Cancellation.Accepted(), desk.adapter.cancel(Desk.BTC, "sxstop1", OrderType.STOP_MARKET));
        assertEquals("sxentry1", desk.venue.to(CANCEL).getFirst().parameter("origClientOrderId"));
        assertEquals("sxstop1", desk.venue.to(CANCEL_ALGO).getFirst().parameter("clientAlgoId"));
    }

    @Test
    void aCancelIsRepeatedAfterALostAnswerAndThenFindsNothingOpen() {
        desk.venue.on(CANCEL, hangUp()).on(CANCEL, json(400, Bodies.error(-2011, "Unknown order sent.")));
        assertEquals(new Cancellation.NotOpen(), desk.adapter.cancel(Desk.BTC, "sxentry1", OrderType.MARKET));
        assertEquals(2, desk.venue.to(CANCEL).size());
    }

    @Test
    void aCancelWithAStrangeAnswerIsUnknown() {
        desk.venue
                .on(CANCEL_ALGO, json(200, "{\"clientAlgoId\":\"sxother\",\"code\":\"200\"}"))
                .on(CANCEL_ALGO, json(200, "{\"clientAlgoId\":\"sxstop1\",\"code\":\"500\"}"));
        for (int i = 0; i < 2; i++) {
            assertInstanceOf(
                    Cancellation.Unknown.class, desk.adapter.cancel(Desk.BTC, "sxstop1", OrderType.STOP_MARKET));
        }
    }

    @Test
    void openOrdersAreThoseOfBothServicesAndATriggeredStopIsOne() throws Exception {
        desk.venue
                .on(
                        "GET /fapi/v1/openAlgoOrders",
                        json(
                                200,
                                "["
                                        + Bodies.algo("sxstop1", "TRIGGERED", "77") + ","
                                        + Bodies.algo("sxtake1", "NEW", "") + ","
                                        + Bodies.algo("sxgone", "CANCELED", "") + "]"))
                .on(
                        "GET /fapi/v1/openOrders",
                        json(
                                200,
                                "["
                                        + Bodies.order("by-hand", 76, "NEW", "0") + ","
                                        + Bodies.order("somebodys-choice", 77, "PARTIALLY_FILLED", "0.004") + "]"));
        List<VenueOrder> open = desk.adapter.openOrders(Desk.BTC);
        assertEquals(
                List.of("by-hand OPEN 0", "sxstop1 PARTIALLY_FILLED 0.004", "sxtake1 OPEN 0"),
                open.stream()
                        .map(o -> o.clientOrderId() + " " + o.status() + " " + o.filled())
                        .toList());
        assertEquals(
                "BTCUSDT",
                desk.venue.to("GET /fapi/v1/openAlgoOrders").getFirst().parameter("symbol"));
    }

    @Test
    void theSamplesOfOpenOrdersAreRead() throws Exception {
        desk.venue
                .on("GET /fapi/v1/openAlgoOrders", json(200, Reference.sample("rest-openAlgoOrders")))
                .on("GET /fapi/v1/openOrders", json(200, "[" + Reference.sample("rest-order-query") + "]"));
        List<VenueOrder> open = desk.adapter.openOrders(Desk.BTC);
        assertEquals(
                List.of("abc", "MRumok0dkhrP4kCm12AHaB"),
                open.stream().map(VenueOrder::clientOrderId).toList());
        assertTrue(open.stream().allMatch(order -> order.status() == Status.OPEN));
    }

    private static VenueOrder found(Lookup lookup) {
        return assertInstanceOf(Lookup.Found.class, lookup, lookup::toString).order();
    }
}
