package dev.sextant.platform.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmfMetricsTest {

    private final List<String> lines = new ArrayList<>();
    private final Metrics metrics = new EmfMetrics("order-placer", lines::add, () -> 1_700_000_000_000L);

    @Test
    void countsAddUpAndDurationsKeepTheLongestUntilTheFlush() {
        metrics.count("OrdersClaimed", 1);
        metrics.count("OrdersClaimed", 2);
        metrics.longest("BatchMs", 7);
        metrics.longest("BatchMs", 5);
        metrics.flush();

        assertEquals(
                List.of("{\"_aws\":{\"Timestamp\":1700000000000,\"CloudWatchMetrics\":[{\"Namespace\":\"Sextant\","
                        + "\"Dimensions\":[[\"service\"]],\"Metrics\":[{\"Name\":\"BatchMs\",\"Unit\":\"Milliseconds\"},"
                        + "{\"Name\":\"OrdersClaimed\",\"Unit\":\"Count\"}]}]},\"service\":\"order-placer\","
                        + "\"BatchMs\":7,\"OrdersClaimed\":3}"),
                lines);
    }

    @Test
    void nothingNewIsNoLine() {
        metrics.flush();
        metrics.count("Fills", 0);
        metrics.flush();
        metrics.flush();
        assertEquals(1, lines.size(), "a count of nought is told once, so that an alarm sees that the part lives");
    }
}
