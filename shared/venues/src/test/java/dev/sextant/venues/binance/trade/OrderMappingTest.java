package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.venue.VenueOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The venue's own samples, and the order statuses they don't show. */
class OrderMappingTest {

    @ParameterizedTest
    @CsvSource({
        "rest-order-new, testOrder, 22542179, OPEN, 1566818724722",
        "rest-order-query, abc, 1917641, OPEN, 1579276756075",
        "rest-order-cancel, myOrder1, 283194212, CANCELED, 1571110484038"
    })
    void samplesOfRegularOrdersAreRead(String sample, String id, String venueId, VenueOrder.Status status, long atMs)
            throws Exception {
        VenueOrder order = RegularOrder.read(VenueJson.parse(Reference.sample(sample)));
        assertEquals(id, order.clientOrderId());
        assertEquals(venueId, order.venueOrderId());
        assertEquals(status, order.status());
        assertEquals(atMs, order.updatedAtMs());
        assertTrue(order.filled().isZero());
    }

    @ParameterizedTest
    @CsvSource({"rest-algoOrder-new, OPEN", "rest-algoOrder-query, CANCELED"})
    void samplesOfConditionalOrdersAreRead(String sample, VenueOrder.Status status) throws Exception {
        VenueOrder order =
                ConditionalOrder.read(VenueJson.parse(Reference.sample(sample))).alone();
        assertEquals("6B2I9XVcJpCjqPAJ4YoFX7", order.clientOrderId());
        assertEquals("2146760", order.venueOrderId());
        assertEquals(status, order.status());
        assertNull(order.executingOrderId());
    }

    @ParameterizedTest
    @CsvSource({
        "error-503-throttled, -1008",
        "error-503-unknown, -1000",
        "error-algo-required, -4120",
        "error-banned, -1003",
        "error-duplicate-client-id, -4116",
        "error-generic, -1121",
        "error-no-such-order, -2013",
        "error-timeout-unknown, -1007",
        "error-timestamp, -1021",
        "error-unknown-cancel, -2011"
    })
    void samplesOfErrorsAreRead(String sample, int code) throws Exception {
        assertEquals(
                Optional.of(code), VenueError.read(Reference.sample(sample)).map(VenueError::code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"error-503-unavailable", "error-503-unknown-nocode"})
    void anErrorWithoutACodeIsNone(String sample) throws Exception {
        assertEquals(Optional.empty(), VenueError.read(Reference.sample(sample)));
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, OPEN",
        "TRIGGERING, OPEN",
        "TRIGGERED, OPEN",
        "CANCELED, CANCELED",
        "REJECTED, REJECTED",
        "EXPIRED, EXPIRED"
    })
    void aConditionalOrderByItself(String stage, VenueOrder.Status expected) throws Exception {
        JsonNode json = VenueJson.parse(Bodies.algo("sxstop1", stage, ""));
        assertEquals(expected, ConditionalOrder.read(json).alone().status());
    }

    @Test
    void aFinishedOneNeedsItsRegularOrder() throws Exception {
        ConditionalOrder finished = ConditionalOrder.read(VenueJson.parse(Bodies.algo("sxstop1", "FINISHED", "77")));
        assertThrows(MalformedAnswerException.class, finished::alone);
        VenueOrder regular = RegularOrder.read(VenueJson.parse(Bodies.order("x", 77, "FILLED", "0.010")));
        VenueOrder explained = finished.executedBy(regular);
        assertEquals(VenueOrder.Status.FILLED, explained.status());
        assertEquals("sxstop1", explained.clientOrderId());
        assertEquals("2146760", explained.venueOrderId());
        assertEquals("77", explained.fillsOrderId());
        assertEquals(regular.updatedAtMs(), explained.updatedAtMs(), "the later of the two times");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"algoStatus":"NEW"}      | {"algoStatus":"WORKING"} | field algoStatus is "WORKING", expected a status of the Algo service
            {"actualOrderId":""}      | {"actualOrderId":"abc"}  | field actualOrderId is "abc", expected an order id or nothing
            {"algoId":2146760}        | {"algoId":"2146760"}     | field algoId is "2146760", expected a whole number
            {"symbol":"BTCUSDT"}      | {"symbol":null}          | field symbol is null, expected text
            """)
    void aStrangeFieldIsNamedWithItsValue(String good, String bad, String message) throws Exception {
        String body = Bodies.algo("sxstop1", "NEW", "").replace(inner(good), inner(bad));
        MalformedAnswerException refusal =
                assertThrows(MalformedAnswerException.class, () -> ConditionalOrder.read(VenueJson.parse(body)));
        assertEquals(message, refusal.getMessage());
    }

    private static String inner(String object) {
        return object.substring(1, object.length() - 1);
    }
}
