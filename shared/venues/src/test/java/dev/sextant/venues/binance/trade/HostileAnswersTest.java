package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Placement;
import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that fuzzing found: they once got out of the adapter as another exception, or without a bound. */
class HostileAnswersTest {

    private static final OrderRequest REQUEST = new OrderRequest(
            new Symbol("BTCUSDT"), "sx-1", Side.BUY, OrderType.MARKET, new Quantity(BigDecimal.ONE), null, false);

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1e-2147483649}", "[1E99999999999999999999]"})
    void aNumberBeyondAnyDecimalIsAMalformedAnswer(String body) {
        assertThrows(MalformedAnswerException.class, () -> VenueJson.parse(body));
        assertInstanceOf(Placement.Unknown.class, classify(200, body));
        assertInstanceOf(Placement.Unknown.class, classify(400, body));
    }

    @Test
    void theVenuesWordsAreShownInShort() {
        String body = "{\"code\":-2019,\"msg\":\"" + "x".repeat(5_000) + "\"}";

        Placement.Rejected rejected = assertInstanceOf(Placement.Rejected.class, classify(400, body));
        Placement.Unknown unknown = assertInstanceOf(Placement.Unknown.class, classify(503, body));

        assertTrue(rejected.toString().length() < 500, rejected.toString());
        assertTrue(unknown.reason().length() < 500, unknown.reason());
    }

    private static Placement classify(int status, String body) {
        return PlacementClassifier.classify(
                REQUEST, new Answered(status, HttpHeaders.of(Map.of(), (_, _) -> true), body));
    }
}
