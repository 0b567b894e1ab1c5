package dev.sextant.api.opportunity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How likely an opportunity is still profitable for whoever comes a while after its first sight. Between two offsets
 * nothing is known but that it is no better than before and perhaps as bad as at the next one: the answer is the next
 * one's. It never rises with the latency, though some opportunities come back.
 */
final class Capture {

    private static final int DIGITS = 4;

    private Capture() {}

    /**
     * The probability at a latency.
     *
     * @param decay items {@code offset_ms, opportunities, profitable}, by rising offset
     * @param latencyMs 0 or more
     */
    static ObjectNode at(JsonNode decay, int latencyMs) {
        ObjectNode capture = JsonNodeFactory.instance.objectNode().put("latency_ms", latencyMs);
        if (latencyMs == 0) {
            return capture.put("offset_ms", 0)
                    .put("probability", BigDecimal.ONE)
                    .put("opportunities", decay.path(0).path("opportunities").asLong());
        }
        BigDecimal least = BigDecimal.ONE;
        for (JsonNode point : decay) {
            long followed = point.path("opportunities").asLong();
            BigDecimal share = BigDecimal.valueOf(point.path("profitable").asLong())
                    .divide(BigDecimal.valueOf(followed), DIGITS, RoundingMode.HALF_EVEN);
            least = least.min(share);
            if (point.path("offset_ms").asInt() >= latencyMs) {
                return capture.put("offset_ms", point.path("offset_ms").asInt())
                        .put("probability", least)
                        .put("opportunities", followed);
            }
        }
        return capture.putNull("offset_ms").putNull("probability").put("opportunities", 0L);
    }
}
