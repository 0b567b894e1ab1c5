package dev.sextant.api.opportunity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureTest {

    private static final JsonNode CURVE = curve(50, 40, 36, 100, 40, 30, 250, 38, 20, 500, 38, 25, 5000, 30, 0);

    private static ArrayNode curve(int... triples) {
        ArrayNode curve = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < triples.length; i += 3) {
            curve.addObject()
                    .put("offset_ms", triples[i])
                    .put("opportunities", triples[i + 1])
                    .put("profitable", triples[i + 2]);
        }
        return curve;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 40",
        "1, 50, 0.9, 40",
        "50, 50, 0.9, 40",
        "51, 100, 0.75, 40",
        "250, 250, 0.5263, 38",
        // some come back; who is later still is no better off
        "251, 500, 0.5263, 38",
        "5000, 5000, 0, 30"
    })
    void theNextOffsetAnswersAndNeverABetterOneThanBefore(
            int latencyMs, int offsetMs, BigDecimal probability, long opportunities) {
        JsonNode capture = Capture.at(CURVE, latencyMs);
        assertEquals(latencyMs, capture.path("latency_ms").asInt());
        assertEquals(offsetMs, capture.path("offset_ms").asInt());
        assertEquals(0, probability.compareTo(capture.path("probability").decimalValue()), capture::toString);
        assertEquals(opportunities, capture.path("opportunities").asLong());
    }

    @Test
    void withoutAnOpportunityThatWasFollowedSoLongNothingIsKnown() {
        assertTrue(Capture.at(curve(), 10).path("probability").isNull());
        assertTrue(Capture.at(curve(50, 3, 2), 60).path("probability").isNull());
    }
}
