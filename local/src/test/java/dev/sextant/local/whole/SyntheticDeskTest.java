package dev.sextant.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four minutes of a synthetic market through the whole desk, at two speeds. In the last one the feed loses trades. */
@Timeout(1200)
class SyntheticDeskTest {

    private static final String[] MARKET = {
        "--synthetic", "17", "--hours", "1", "--history", "0", "--symbols", "BTCUSDT"
    };
    private static final Instant UNTIL = Instant.parse("2025-03-03T00:04:10Z");

    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSameDecisionsOrdersAndFillsAtAnySpeed() throws Exception {
        List<String> first;
        try (RunningDesk desk = up("max", "max")) {
            first = whatCameOfIt(desk);
            assertGapIsFilled(desk);
            assertEverythingIsCalledSynthetic(desk);
            assertThePrivateStreamIsRead(desk);
            assertSound(desk.stop());
            assertEquals(0, desk.exitCode());
        }
        assertTrue(first.stream().anyMatch(line -> line.startsWith("fill ")), first::toString);
        try (RunningDesk desk = up("twenty", "20")) {
            assertEquals(first, whatCameOfIt(desk));
            assertSound(desk.stop());
        }
    }

    /** The demonstration strategy under a name that runs here from the start. */
    private RunningDesk up(String name, String speed) throws Exception {
        Path own = Files.createDirectories(folder.resolve(name));
        Path strategies = Files.createDirectories(own.resolve("strategies"));
        String demo = Files.readString(CommandLine.home().resolve("strategies/demo_fast.json"));
        Files.writeString(strategies.resolve("quick.json"), demo.replace("\"demo_fast\"", "\"quick\""));
        List<String> options = new ArrayList<>(List.of(MARKET));
        options.addAll(List.of("--speed", speed));
        CommandLine sextant =
                new CommandLine(own.resolve("state"), Map.of("SEXTANT__DESK__STRATEGIES", strategies.toString()));
        return RunningDesk.up(sextant, own, options.toArray(String[]::new));
    }

    private static List<String> whatCameOfIt(RunningDesk desk) throws InterruptedException {
        desk.await("market time " + UNTIL, () -> {
            // Until the replay has first told where it stands, market time is the real now.
            JsonNode replay = desk.get("/health").path("replay");
            return replay.isObject()
                    && Instant.parse(replay.path("position_at").asText()).isAfter(UNTIL);
        });
        List<String> lines = new ArrayList<>();
        for (JsonNode decision : desk.all("/decisions")) {
            add(
                    lines,
                    "decision",
                    decision,
                    "decided_at",
                    "decided_at",
                    "decision_id",
                    "score",
                    "direction",
                    "gate",
                    "indicators");
        }
        for (JsonNode order : desk.all("/orders")) {
            // An order is written down when its signal arrives: how far the market is by then, the speed decides.
            add(lines, "order", order, "created_at", "client_order_id", "purpose", "side", "qty", "trigger_price");
            for (JsonNode fill :
                    desk.get("/orders/" + order.path("intent_id").textValue()).path("fills")) {
                add(lines, "fill", fill, "at", "at", "venue_trade_id", "price", "qty", "fee");
            }
        }
        return lines.stream().sorted().toList();
    }

    private static void add(List<String> lines, String what, JsonNode item, String time, String... fields) {
        if (!Instant.parse(item.path(time).textValue()).isAfter(UNTIL)) {
            StringBuilder line = new StringBuilder(what);
            for (String field : fields) {
                line.append(' ').append(item.path(field));
            }
            lines.add(line.toString());
        }
    }

    /** The ledger is written beside the stream of decisions, so it may come a moment after them. */
    private static void assertGapIsFilled(RunningDesk desk) throws InterruptedException {
        desk.await("the filled gap of this seed's fourth minute", () -> {
            List<JsonNode> gaps = desk.all("/gaps");
            return !gaps.isEmpty()
                    && gaps.stream().allMatch(gap -> gap.path("filled").asBoolean());
        });
    }

    private static void assertEverythingIsCalledSynthetic(RunningDesk desk) {
        JsonNode health = desk.get("/health");
        String made = health.path("synthetic_inputs").toString();
        for (String input : List.of("trades", "best_price", "mark_price", "funding_rate", "liquidation")) {
            assertTrue(made.contains("\"" + input + "\""), made);
        }
        assertTrue(health.path("replay").path("capture").asText().startsWith("synthetic market seed 17"));
    }

    /** A sign of life each five seconds of market time, and more than those as soon as there are orders. */
    private static void assertThePrivateStreamIsRead(RunningDesk desk) {
        for (JsonNode consumer : desk.get("/health").path("consumers")) {
            if (consumer.path("name").asText().equals("reconciler")) {
                assertTrue(consumer.path("records").asLong() > 4 * 12, consumer::toString);
                assertEquals(0, consumer.path("errors").asLong(), consumer::toString);
                return;
            }
        }
        throw new AssertionError("nobody reads the private stream");
    }

    private static void assertSound(JsonNode report) {
        assertEquals(report.path("trades_in"), report.path("trades_stored"), report.toString());
        for (String none : List.of("lost", "duplicated", "unknown_orders", "position_mismatch")) {
            assertEquals(0, report.path(none).asLong(-1), none + " in " + report);
        }
    }
}
