package dev.sextant.venues.kraken.trade;

import static dev.sextant.venues.kraken.trade.ScriptedKraken.NOW_MS;
import static dev.sextant.venues.kraken.trade.ScriptedKraken.ORDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.venues.kraken.trade.KrakenErrors.Kind;
import dev.sextant.venues.kraken.trade.TransportOutcome.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementClassifierTest {

    private static final String TAKEN =
            "{\"error\":[],\"result\":{\"descr\":{\"order\":\"buy 1.25 XBTUSD @ limit 37500.0\"},\"txid\":[\"OUF4EM-FRGI2-MQMWZD\"]}}";

    private static Placement classify(int status, String body) {
        return PlacementClassifier.classify(ORDER, NOW_MS, new Answered(status, body));
    }

    @Test
    void oneTransactionIdIsAccepted() {
        VenueOrder order =
                assertInstanceOf(Placement.Accepted.class, classify(200, TAKEN)).order();
        assertEquals("OUF4EM-FRGI2-MQMWZD", order.venueOrderId());
        assertEquals(ORDER.clientOrderId(), order.clientOrderId());
        assertEquals(VenueOrder.Status.OPEN, order.status());
        assertTrue(order.filled().isZero());
        assertEquals(NOW_MS, order.updatedAtMs());
    }

    @Test
    void aWarningBesideAResultIsNoFailure() {
        assertInstanceOf(
                Placement.Accepted.class,
                classify(200, TAKEN.replace("\"error\":[]", "\"error\":[\"WDatabase:Database operations slow\"]")));
    }

    @Test
    void everyListedErrorIsWhatTheTableSaysUnder200And400AndUnknownUnder5xx() {
        for (String error : KrakenErrors.listed()) {
            String body = "{\"error\":[\"" + error + "\"]}";
            for (int status : new int[] {200, 400, 403, 429}) {
                Placement placement = classify(status, body);
                switch (KrakenErrors.of(Kind.PLACEMENT, error)) {
                    case REJECTED -> assertEquals(new Placement.Rejected(error, error, false, false), placement);
                    case RETRY_SAFE -> assertEquals(new Placement.Rejected(error, error, true, false), placement);
                    case HALT -> assertEquals(new Placement.Rejected(error, error, false, true), placement);
                    case UNKNOWN -> assertInstanceOf(Placement.Unknown.class, placement);
                }
            }
            for (int status : new int[] {100, 204, 301, 408, 500, 502, 503, 504, 520}) {
                assertInstanceOf(Placement.Unknown.class, classify(status, body));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "{\"error\":[]}",
                "{\"error\":[],\"result\":null}",
                "{\"error\":[],\"result\":[]}",
                "{\"error\":[],\"result\":{}}",
                "{\"error\":[],\"result\":{\"txid\":[]}}",
                "{\"error\":[],\"result\":{\"txid\":\"OUF4EM-FRGI2-MQMWZD\"}}",
                "{\"error\":[],\"result\":{\"txid\":[\"A-B-C\",\"D-E-F\"]}}",
                "{\"error\":[],\"result\":{\"txid\":[\"\"]}}",
                "{\"error\":[],\"result\":{\"txid\":[\"<b>\"]}}",
                "{\"result\":{\"txid\":[\"A-B-C\"]}}",
                "{\"error\":\"EOrder:Insufficient funds\"}",
                "{\"error\":{\"0\":\"EOrder:Insufficient funds\"}}",
                "{\"error\":[[\"EOrder:Insufficient funds\"]]}",
                "{\"error\":[\"EOrder:Insufficient funds\",17]}",
                "{\"error\":[\"EOrder:Insufficient funds\"],\"result\":{\"txid\":[\"A-B-C\"]}}",
                "{\"error\":[\"EOrder:Insufficient funds\"],\"result\":{}}",
                "{\"error\":[\"EOrder:Insufficient funds\"],\"error\":[]}",
                "{\"error\":[\"EOrder:Insufficient funds\"]} ,",
                "{\"error\":[\"EOrder:Insufficient funds\"]",
                "{\"error\":[\"EOrder:Insuff",
                "{\"error\":[\"EOrder:Insufficient funds\",\"ENew:thing\"]}",
                "{\"error\":[\"WWarning:only\"]}",
                "{\"error\":[\"\"]}",
                "<html><body>502 Bad Gateway</body></html>",
                "error code: 1020"
            })
    void whatIsNeitherTakenNorRefusedIsUnknownUnderEveryStatus(String body) {
        for (int status : new int[] {200, 400, 401, 403, 404, 429, 500, 502}) {
            assertInstanceOf(Placement.Unknown.class, classify(status, body), () -> "status " + status + " " + body);
        }
    }

    @Test
    void everyCutOfAnAnswerIsUnknown() {
        String refused = "{\"error\":[\"EOrder:Insufficient funds\"]}";
        for (String whole : new String[] {TAKEN, refused}) {
            for (int length = 0; length < whole.length(); length++) {
                assertInstanceOf(Placement.Unknown.class, classify(200, whole.substring(0, length)));
            }
        }
    }

    @Test
    void aResultUnderAnotherStatusIsUnknown() {
        for (int status : new int[] {201, 202, 400, 404, 502}) {
            assertInstanceOf(Placement.Unknown.class, classify(status, TAKEN));
        }
    }

    @Test
    void whatWasNotSentIsRejectedAndWhatIsLostIsUnknown() {
        assertEquals(
                new Placement.Rejected("NOT_SENT", "no route", true, false),
                PlacementClassifier.classify(ORDER, NOW_MS, new TransportOutcome.NotSent("no route")));
        assertEquals(
                new Placement.Unknown("reset"),
                PlacementClassifier.classify(ORDER, NOW_MS, new TransportOutcome.Lost("reset")));
    }

    @Test
    void reasonsAreShortHoweverLongTheAnswer() {
        String error = "EOrder:" + "x".repeat(5_000);
        Placement.Unknown unknown =
                assertInstanceOf(Placement.Unknown.class, classify(200, "{\"error\":[\"" + error + "\"]}"));
        assertTrue(unknown.reason().length() < 300);
    }
}
