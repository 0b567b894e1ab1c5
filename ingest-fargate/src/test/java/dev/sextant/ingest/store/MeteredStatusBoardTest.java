package dev.sextant.ingest.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.telemetry.EmfMetrics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeteredStatusBoardTest {

    private final List<String> posted = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final StatusBoard board =
            new MeteredStatusBoard(posted::add, new EmfMetrics("ingest", lines::add, () -> 1_700_000_000_000L));

    private static String status(int reconnects, int btc, int eth) {
        return "{\"reconnects\":" + reconnects + ",\"last_event_age_ms\":250,\"feeds\":[{\"trades_sent\":" + btc
                + "},{\"trades_sent\":" + eth + "}]}";
    }

    @Test
    void totalsBecomeWhatTheyHaveGrownBy() throws StoreException {
        board.post(status(0, 100, 20));
        board.post(status(1, 140, 25));

        assertEquals(List.of(status(0, 100, 20), status(1, 140, 25)), posted);
        assertTrue(lines.get(0).contains("\"LastEventAgeMs\":250"), lines.get(0));
        assertTrue(lines.get(0).contains("\"TradesSent\":120"), lines.get(0));
        assertTrue(lines.get(1).contains("\"TradesSent\":45"), lines.get(1));
        assertTrue(lines.get(1).contains("\"Reconnects\":1"), lines.get(1));
    }

    @Test
    void boardThatFailsIsHeardOf() {
        StatusBoard failing = new MeteredStatusBoard(
                status -> {
                    throw new StoreException("the database did not answer", new IllegalStateException());
                },
                new EmfMetrics("ingest", lines::add, () -> 0));
        assertThrows(StoreException.class, () -> failing.post(status(0, 1, 1)));
        assertEquals(1, lines.size(), "the metrics don't depend on the database");
    }
}
