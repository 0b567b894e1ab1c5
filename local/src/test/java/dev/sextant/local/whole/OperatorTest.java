package dev.sextant.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An operator's hour with a running desk, by command line: limits, a reconciliation, the kill switch and the way back. */
@Timeout(1200)
class OperatorTest {

    @TempDir
    private Path folder;

    @Test
    void limitsAreSetTheDeskIsReconciledKilledAndResumed() throws Exception {
        Path strategies = Files.createDirectories(folder.resolve("strategies"));
        String demo = Files.readString(CommandLine.home().resolve("strategies/demo_fast.json"));
        Files.writeString(strategies.resolve("quick.json"), demo.replace("\"demo_fast\"", "\"quick\""));
        CommandLine sextant =
                new CommandLine(folder.resolve("state"), Map.of("SEXTANT__DESK__STRATEGIES", strategies.toString()));
        String[] market = {
            "--synthetic", "17", "--hours", "1", "--history", "0", "--symbols", "BTCUSDT", "--speed", "10"
        };
        try (RunningDesk desk = RunningDesk.up(sextant, folder, market)) {
            desk.await("an order", () -> !desk.get("/orders").path("items").isEmpty());
            desk.await(
                    "the venue's answer",
                    () -> desk.get("/risk").at("/venue/reached_at").isTextual());
            limits(sextant);
            lists(sextant);
            killAndResume(sextant);
            desk.stop();
        }
    }

    private static void limits(CommandLine sextant) throws Exception {
        String shown = answered(sextant, "risk", "show");
        assertTrue(shown.contains("  paper-main  paper  market time 2025-03-03T"), shown);
        assertTrue(shown.contains("max_positions"), shown);
        assertTrue(shown.endsWith("version 1\n"), shown);

        assertEquals(
                "max_positions 4 to 3\nversion 2\n",
                answered(sextant, "risk", "set", "max_positions=3", "--by", "Ann Okoro", "--reason", "calm week"));
        refused(
                "sextant: the limits are at version 2, not 1; look at them again",
                sextant.run("risk", "set", "max_positions=4", "--seen", "1", "--reason", "x"));
        refused(
                "sextant: max_positions is '0', expected a whole number from 1 to 100",
                sextant.run("risk", "set", "max_positions=0", "--reason", "x"));
        assertTrue(answered(sextant, "risk", "show").contains("version 2, set by Ann Okoro at 2025-03-03T"));
    }

    private static void lists(CommandLine sextant) throws Exception {
        assertTrue(answered(sextant, "reconcile").startsWith("clean: "));
        for (List<String> list :
                List.of(List.of("orders", "CREATED"), List.of("positions", "SYMBOL"), List.of("balances", "ACCOUNT"))) {
            String table = answered(sextant, list.getFirst());
            assertTrue(table.startsWith(list.getLast() + " "), table);
            assertTrue(new ObjectMapper()
                    .readTree(answered(sextant, list.getFirst(), "--json"))
                    .path("items")
                    .isArray());
        }
        assertEquals(
                "BTCUSDT is not blocked\n", answered(sextant, "unblock", "BTCUSDT", "--by", "Ann", "--reason", "x"));
    }

    private static void killAndResume(CommandLine sextant) throws Exception {
        assertEquals(
                "kill switch at entries by operator: odd prices\n",
                answered(sextant, "kill", "--reason", "odd prices"));
        String killed = answered(sextant, "risk", "show");
        assertTrue(killed.startsWith("HALTED  paper-main"), killed);
        assertTrue(killed.contains("  HALTED  killed: kill switch at level entries by operator"), killed);
        assertTrue(answered(sextant, "reconcile").startsWith("clean: "));
        assertEquals("kill switch off\n", answered(sextant, "resume", "--by", "Ann Okoro", "--reason", "fine again"));
        assertTrue(!answered(sextant, "risk", "show").startsWith("HALTED"));
    }

    private static String answered(CommandLine sextant, String... command) throws Exception {
        CommandLine.Said said = sextant.run(command);
        assertEquals(0, said.exitCode(), said.err() + said.out());
        return said.out();
    }

    private static void refused(String message, CommandLine.Said said) {
        assertEquals(1, said.exitCode(), said.out());
        assertEquals(message, said.err().strip());
    }
}
