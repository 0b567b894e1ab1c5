package dev.sextant.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A made-up Kraken market through the running desk, while the other market stands still; then a crash. */
@Timeout(600)
class TrianglesDeskTest {

    @TempDir
    private Path folder;

    @Test
    void trianglesAreFoundKeptAndShownAndACrashLeavesNoneOpen() throws Exception {
        String stoodAt;
        try (RunningDesk desk = up()) {
            assertTrue(desk.said().contains("made-up Kraken market, seed 5"), desk.said());
            desk.await(
                    "a triangle that is over",
                    () -> !desk.all("/opportunities?live=false").isEmpty());
            assertIsWhole(desk.all("/opportunities?live=false").getLast(), desk);
            JsonNode watch = desk.get("/opportunities/summary?latency_ms=100").path("watch");
            assertEquals(34, watch.path("live_books").asInt(), watch.toString());
            assertEquals(0, watch.at("/feed/wrong_checksums").asLong(-1), watch.toString());
            stoodAt = position(desk);
            desk.await(
                    "one that is there",
                    () -> !desk.all("/opportunities?live=true").isEmpty());
            desk.kill();
        }
        try (RunningDesk again = up()) {
            again.await(
                    "a triangle after the crash",
                    () -> again.get("/opportunities/summary")
                                    .at("/watch/opportunities")
                                    .asLong()
                            > 0);
            assertEquals(stoodAt, position(again), "the market that is not wanted stands still");
            JsonNode report = again.stop();
            assertEquals(0, report.path("trades_in").asLong(-1), report.toString());
            assertEquals(0, again.exitCode());
        }
    }

    @Test
    void binanceAloneWatchesNothing() throws Exception {
        try (RunningDesk desk =
                RunningDesk.up(folder, "--venue", "binance", "--synthetic", "5", "--hours", "1", "--history", "0")) {
            assertFalse(desk.said().contains("Kraken"), desk.said());
            assertTrue(desk.get("/opportunities/summary").path("watch").isNull());
            desk.stop();
        }
    }

    private RunningDesk up() throws Exception {
        return RunningDesk.up(folder, "--venue", "kraken", "--synthetic", "5", "--hours", "1", "--history", "0");
    }

    private static String position(RunningDesk desk) {
        return desk.get("/health").at("/replay/position_at").asText();
    }

    private static void assertIsWhole(JsonNode listed, RunningDesk desk) {
        JsonNode one =
                desk.get("/opportunities/" + listed.path("opportunity_id").asText());
        assertTrue(one.path("synthetic").asBoolean());
        assertEquals(3, one.path("legs").size(), one.toString());
        assertEquals(3, one.path("books").size());
        assertTrue(one.path("edge_bps").asDouble() > 0);
        assertEquals(
                List.of("gone", "kraken"),
                List.of(one.path("state").asText(), one.path("venue").asText()));
        for (int leg = 0; leg < 3; leg++) {
            assertEquals(
                    one.at("/legs/" + leg + "/levels").asInt(),
                    one.at("/books/" + leg + "/used").asInt(),
                    one.toString());
        }
    }
}
