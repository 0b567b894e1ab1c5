package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementClassifierTest {

    static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    static Placement classify(OrderRequest order, int status, String body) {
        return PlacementClassifier.classify(order, new Answered(status, NO_HEADERS, body));
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, 0, OPEN",
        "PARTIALLY_FILLED, 0.004, PARTIALLY_FILLED",
        "FILLED, 0.010, FILLED",
        "EXPIRED, 0.004, EXPIRED",
        "EXPIRED_IN_MATCH, 0, EXPIRED",
        "CANCELED, 0, CANCELED",
        "REJECTED, 0, REJECTED"
    })
    void anOrderUnderOurIdIsAccepted(String status, String executed, VenueOrder.Status expected) {
        Placement placement = classify(Desk.ENTRY, 200, Bodies.order("sxentry1", 22542179, status, executed));
        VenueOrder order = assertInstanceOf(Placement.Accepted.class, placement).order();
        assertEquals(expected, order.status());
        assertEquals(Quantity.of(executed), order.filled());
        assertEquals("22542179", order.venueOrderId());
        assertEquals(1_723_075_199_200L, order.updatedAtMs());
    }

    @Test
    void aStopUnderOurIdIsAccepted() {
        Placement placement = classify(Desk.STOP, 200, Bodies.algo("sxstop1", "NEW", ""));
        VenueOrder order = assertInstanceOf(Placement.Accepted.class, placement).order();
        assertEquals(VenueOrder.Status.OPEN, order.status());
        assertEquals("2146760", order.venueOrderId());
        assertTrue(order.filled().isZero());
    }

    @Test
    void anotherOrdersAnswerIsUnknown() {
        assertUnknown(
                "the answer is about BTCUSDT order sxother, expected BTCUSDT order sxentry1",
                classify(Desk.ENTRY, 200, Bodies.order("sxother", 1, "NEW", "0")));
        assertUnknown(
                "the answer is about ETHUSDT order sxentry1, expected BTCUSDT order sxentry1",
                classify(
                        Desk.ENTRY, 200, Bodies.order("sxentry1", 1, "NEW", "0").replace("BTCUSDT", "ETHUSDT")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "200",
                "<html>ok</html>",
                "{\"code\":200,\"msg\":\"success\"}",
                "{\"code\":-2019,\"msg\":\"Margin is insufficient.\"}"
            })
    void status200WithoutAnOrderIsUnknown(String body) {
        assertInstanceOf(Placement.Unknown.class, classify(Desk.ENTRY, 200, body));
        assertInstanceOf(Placement.Unknown.class, classify(Desk.STOP, 200, body));
    }

    @ParameterizedTest
    @CsvSource({"status, DONE", "executedQty, 1e3", "executedQty, -1", "symbol, a b", "clientOrderId, "})
    void aFieldThatIsNotWhatItShouldBeIsUnknown(String field, String value) {
        String body = Bodies.order("sxentry1", 1, "NEW", "0")
                .replaceFirst(
                        "\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + (value == null ? "" : value) + "\"");
        assertInstanceOf(Placement.Unknown.class, classify(Desk.ENTRY, 200, body));
    }

    @Test
    void listedRefusalsAreDefinite() {
        assertEquals(
                new Placement.Rejected("-2019", "Margin is insufficient.", false, false),
                classify(Desk.ENTRY, 400, Bodies.MARGIN));
        assertEquals(
                new Placement.Rejected("-1021", "Timestamp", true, false),
                classify(Desk.ENTRY, 400, Bodies.error(-1021, "Timestamp")));
        assertEquals(
                new Placement.Rejected("-2015", "Invalid API-key", false, true),
                classify(Desk.ENTRY, 401, Bodies.error(-2015, "Invalid API-key")));
        assertEquals(
                new Placement.Rejected("-1003", "Too many requests.", true, false),
                classify(Desk.ENTRY, 429, Bodies.error(-1003, "Too many requests.")));
        assertEquals(
                new Placement.Rejected("-1003", "IP banned until 1790000120000.", false, true),
                classify(Desk.ENTRY, 418, Bodies.error(-1003, "IP banned until 1790000120000.")));
    }

    /** Status and code are both needed: a listed code does not make another kind of answer definite. */
    @ParameterizedTest
    @ValueSource(ints = {100, 200, 201, 204, 301, 302, 408, 500, 502, 503, 504, 520, 599})
    void aListedCodeUnderAnyOtherStatusIsUnknown(int status) {
        assertInstanceOf(Placement.Unknown.class, classify(Desk.ENTRY, status, Bodies.MARGIN));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 418, 429, 451, 500, 503})
    void aStatusWithoutACodeIsUnknown(int status) {
        assertInstanceOf(Placement.Unknown.class, classify(Desk.ENTRY, status, "<html>Forbidden</html>"));
        assertInstanceOf(Placement.Unknown.class, classify(Desk.ENTRY, status, ""));
    }

    @ParameterizedTest
    @CsvSource({"-1000", "-1001", "-1006", "-1007", "-1008", "-4116", "-4117", "-2013", "-2011", "-9999"})
    void codesThatProveNothingAreUnknown(int code) {
        assertInstanceOf(Placement.Unknown.class, classify(Desk.ENTRY, 400, Bodies.error(code, "Rejected.")));
    }

    @Test
    void whatNeverLeftIsDefinitelyNotPlaced() {
        assertEquals(
                new Placement.Rejected("NOT_SENT", "refused", true, false),
                PlacementClassifier.classify(Desk.ENTRY, new TransportOutcome.NotSent("refused")));
        assertUnknown("reset", PlacementClassifier.classify(Desk.ENTRY, new TransportOutcome.Lost("reset")));
    }

    private static void assertUnknown(String reason, Placement placement) {
        assertEquals(new Placement.Unknown(reason), placement);
    }
}
