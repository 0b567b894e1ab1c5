package dev.sextant.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        try (RunningDesk desk = up()) {
            assertTrue(desk.said().contains("made-up Kraken market, seed 5"), desk.said());
            desk.await(
                    "a triangle that is over",
                    () -> !desk.all("/opportunities?live=false").isEmpty());
            assertIsWhole(desk.all("/opportunities?live=false").getLast(), desk);
            desk.await(
                    "a watch that follows every book",
                    () -> watch(desk).path("live_books").asInt() == 34);
            assertEquals(0, watch(desk).at("/feed/wrong_checksums").asLong(-1));
            assertTrue(position(desk).startsWith("2025-03-03T00:00:00"), "the market that is not wanted stands still");
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
            assertTrue(position(again).startsWith("2025-03-03T00:00:00"), "and still does");
            JsonNode report = again.stop();
            assertEquals(0, report.path("trades_in").asLong(-1), report.toString());
            assertEquals(0, again.exitCode(), report.toString());
        }
    }

    @Test
    void throughTheFunctionsTrianglesAreTradedToTheirEnd() throws Exception {
        CommandLine streamed = new CommandLine(folder.resolve("state"), Map.of("SEXTANT__KRAKEN__LANE", "stream"));
        try (RunningDesk desk = RunningDesk.up(
                streamed, folder, "--venue", "kraken", "--synthetic", "5", "--hours", "1", "--history", "0")) {
            desk.await(
                    "a plan that has traded",
                    () -> desk.all("/plans").stream()
                            .anyMatch(plan -> List.of("COMPLETE", "UNWOUND")
                                    .contains(plan.path("outcome").asText())));
            JsonNode plan = desk.all("/plans").getLast();
            assertEquals("stream", plan.path("lane").asText(), plan.toString());
            JsonNode report = desk.stop();
            assertTrue(report.path("plans").asLong() > 0, report.toString());
            assertEquals(0, report.path("unknown_orders").asLong(-1), report.toString());
            assertEquals(0, report.path("position_mismatch").asLong(-1), report.toString());
            assertEquals(0, desk.exitCode(), report.toString());
        }
    }

    /** Half a minute of an exchange's own books, at their own pace. */
    @Test
    void recordedBooksAreFollowedToTheirEndAndNothingIsTradedWronglyInThem() throws Exception {
        String capture = CommandLine.home()
                .resolve("captures")
                .resolve("gemini-books-20210417.gz")
                .toString();
        try (RunningDesk desk = RunningDesk.up(
                folder,
                "--venue",
                "kraken",
                "--kraken-capture",
                capture,
                "--synthetic",
                "5",
                "--hours",
                "1",
                "--history",
                "0")) {
            desk.await(
                    "the three books of its triangle",
                    () -> watch(desk).path("live_books").asInt() == 3);
            desk.awaitSaid("replay finished");
            assertEquals(3, watch(desk).path("pairs").asInt(), "no other pair is on a cycle of these assets");
            JsonNode feed = watch(desk).path("feed");
            assertTrue(feed.path("book_messages").asLong() > 100, feed.toString());
            for (String wrong : List.of("wrong_checksums", "crossed", "unreadable", "refused", "stalls")) {
                assertEquals(0, feed.path(wrong).asLong(-1), wrong);
            }
            for (JsonNode plan : desk.all("/plans")) {
                assertTrue(
                        List.of("COMPLETE", "UNWOUND", "MISSED", "RISK_REJECTED")
                                .contains(plan.path("outcome")
                                        .asText(plan.path("state").asText())),
                        plan.toString());
            }
            JsonNode report = desk.stop();
            assertEquals(0, report.path("unknown_orders").asLong(-1), report.toString());
            assertEquals(0, report.path("position_mismatch").asLong(-1), report.toString());
            assertEquals(0, desk.exitCode(), report.toString());
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
        CommandLine watching = new CommandLine(folder.resolve("state"), Map.of("SEXTANT__KRAKEN__TRADE", "false"));
        return RunningDesk.up(
                watching, folder, "--venue", "kraken", "--synthetic", "5", "--hours", "1", "--history", "0");
    }

    private static JsonNode watch(RunningDesk desk) {
        return desk.get("/opportunities/summary").path("watch");
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
        assertEquals("gone", one.path("state").asText());
        assertEquals("triangles are watched, not traded", one.path("not_taken").asText());
        assertEquals("kraken", one.path("venue").asText());
        for (int leg = 0; leg < 3; leg++) {
            assertEquals(
                    one.at("/legs/" + leg + "/levels").asInt(),
                    one.at("/books/" + leg + "/used").asInt(),
                    one.toString());
        }
    }
}
