package dev.sextant.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.local.postgres.LocalPostgres;
import dev.sextant.local.whole.CommandLine.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands answer, good input and bad, when no desk runs. */
class CommandsTest {

    private static final String CAPTURE = "captures/usdm-btcusdt-20240808.gz";

    @TempDir
    private Path folder;

    private CommandLine sextant;

    @BeforeEach
    void stateOfItsOwn() {
        sextant = new CommandLine(folder.resolve("state"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertOneLine(int exitCode, String expected, Said said) {
        assertEquals(List.of("sextant: " + expected), said.err().lines().toList());
        assertEquals("", said.out());
        assertEquals(exitCode, said.exitCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "indicators",
                "score",
                "lint",
                "config",
                "config show",
                "doctor",
                "status",
                "strategy",
                "kill",
                "pause",
                "resume",
                "risk",
                "risk show",
                "risk set",
                "unblock",
                "accept-balance",
                "reconcile",
                "orders",
                "positions",
                "balances",
                "pnl",
                "pnl recompute",
                "archive",
                "digest",
                "drift",
                "explain",
                "captures",
                "captures check",
                "captures show"
            })
    void everyCommandHasHelp(String command) throws Exception {
        Said said = sextant.run((command + " --help").strip().split(" "));
        assertEquals(0, said.exitCode());
        assertTrue(said.out().startsWith("Usage: sextant"), said.out());
    }

    @ParameterizedTest
    @CsvSource({
        "up --speed fast, desk.speed is 'fast'",
        "up --speed 0, desk.speed is '0'",
        "up --for soon, --for",
        "up --port 99999, desk.port is '99999'",
        "up --synthetic -1, seed is -1",
        "up --synthetic nine, '--synthetic'",
        "up --hours 3, belong to --synthetic",
        "up --synthetic 9 --hours 169, --hours is 169",
        "up --synthetic 9 --history 25, --history is 25",
        "up --synthetic 9 --symbols DOGEUSDT, 'DOGEUSDT' can't be generated",
        "up --synthetic 9 --live, leave out --capture and --live",
        "up --synthetic 9 --capture x.gz, leave out --capture and --live",
        "up --mode demo, desk.mode is 'demo'",
        "up --mode testnet --live, which trades at an exchange",
        "up --mode live --capture x.gz, leave out --live",
        "up --mode live --speed 5, leave out --live",
        "up --mode testnet --synthetic 9, leave out --live",
        "up --confirm live-main:100, --confirm belongs to mode live",
        "doctor --mode real, desk.mode is 'real'",
        "indicators --symbol BTCUSDT, --trades",
        "digest --days 0, --days is 0",
        "drift --day yesterday, --day is 'yesterday'",
        "drift --day 2026-02-30, '2026-02-30', expected a day like",
        "kill, --reason",
        "pause --minutes soon --reason x, --minutes",
        "resume --reason x, --by",
        "risk set max_positions=5, --reason",
        "risk set --reason x, NAME=VALUE",
        "risk set max_positions=five --reason x, 'max_positions=five' is not NAME=VALUE",
        "risk set max_positions=5 max_positions=6 --reason x, max_positions is given twice",
        "unblock BTCUSDT --reason x, --by",
        "accept-balance USD --by Ann --reason x, --difference",
        "orders --limit 0, --limit is 0",
        "orders --symbol a&b, --symbol is 'a&b'",
        "sell everything, sell"
    })
    void wrongUsageNamesWhatIsWrong(String command, String named) throws Exception {
        Said said = sextant.run(command.split(" "));
        assertEquals(2, said.exitCode(), said.err());
        assertTrue(said.err().contains(named), said.err());
        assertFalse(said.err().contains("\tat "), "no stack trace");
    }

    @Test
    void indicatorsOfTheCaptureComeAsCsv() throws Exception {
        Said said = sextant.run("indicators", "--trades", CAPTURE, "--symbol", "BTCUSDT");
        List<String> lines = said.out().lines().toList();
        assertEquals(23, lines.size());
        assertTrue(lines.getFirst().startsWith("ts,symbol,cvd_fast,cvd_mid,cvd_24h,"));
        assertTrue(lines.get(1).startsWith("1723161270,BTCUSDT,"));
        assertEquals("sextant: 21313 trades in 93954 lines", said.err().strip());
    }

    /** The three forms of one trade file give the same rows. */
    @Test
    void tradeFilesOfAllFormsAreRead() throws Exception {
        Path csv = file("t.csv", """
                agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker
                1,100.5,2,1,1,1700000001000,false
                2,100.0,1,2,3,1700000016000,true
                """);
        String frame = "{\"e\":\"aggTrade\",\"E\":1700000001001,\"s\":\"BTCUSDT\",\"a\":%d,\"p\":\"%s\",\"q\":\"%s\","
                + "\"f\":%d,\"l\":%d,\"T\":%d,\"m\":%s}";
        String first = frame.formatted(1, "100.5", "2", 1, 1, 1_700_000_001_000L, "false");
        String second = frame.formatted(2, "100.0", "1", 2, 3, 1_700_000_016_000L, "true");
        Path raw = file("t.raw", "1700000001001000000 " + first + "\n1700000016001000000 " + second + "\n");
        Path text = file(
                "t.txt",
                "wss://fstream.binance.com/stream?streams=btcusdt@aggTrade\n1700000001.001: {\"stream\":\"btcusdt@aggTrade\",\"data\":"
                        + first + "}\n1700000016.001: " + second + "\n");
        String expected = indicators(csv).out();

        assertEquals(2, expected.lines().count());
        assertEquals(expected, indicators(raw).out());
        assertEquals(expected, indicators(text).out());
    }

    private Said indicators(Path trades) throws Exception {
        return sextant.run("indicators", "--trades", trades.toString(), "--symbol", "BTCUSDT");
    }

    @Test
    void hostileFramesAreCountedAndDropped() throws Exception {
        String good =
                "{\"e\":\"trade\",\"E\":1,\"s\":\"BTCUSDT\",\"t\":%d,\"p\":\"100\",\"q\":\"1\",\"T\":%d,\"m\":true}";
        StringBuilder lines = new StringBuilder();
        lines.append("1 ").append(good.formatted(1, 1_700_000_001_000L)).append('\n');
        for (String bad : List.of(
                "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":2,\"p\":\"NaN\",\"q\":\"1\",\"T\":1700000002000,\"m\":true}",
                "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":2,\"p\":\"1e400\",\"q\":\"1\",\"T\":1700000002000,\"m\":true}",
                "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":2,\"p\":\"1\",\"q\":\"-1\",\"T\":1700000002000,\"m\":true}",
                "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":\"2\",\"p\":\"1\",\"q\":\"1\",\"T\":1700000002000,\"m\":true}",
                "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":2,\"p\":\"1\",\"q\":\"1\",\"T\":",
                "{\"e\":\"trade\"," + "\"x\":" + "[".repeat(500) + "]".repeat(500) + "}")) {
            lines.append("2 ").append(bad).append('\n');
        }
        lines.append("3 ").append(good.formatted(3, 1_700_000_016_000L)).append('\n');
        Said said = indicators(file("hostile.raw", lines.toString()));

        assertEquals(0, said.exitCode());
        assertEquals(
                "sextant: 2 trades in 8 lines, 6 malformed frames dropped",
                said.err().strip());
    }

    @Test
    void wrongTradeFilesAreToldByFileLineAndReason() throws Exception {
        Path csv = file("bad.csv", """
                agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker
                1,abc,2,1,1,1700000001000,false
                """);
        assertOneLine(1, csv + ":2: price is 'abc', expected a decimal with at most eight decimals", indicators(csv));
        Path backwards = file("backwards.csv", "5,1,1,5,5,1700000001000,true\n4,1,1,4,4,1700000002000,true\n");
        assertOneLine(
                1,
                backwards + ":2: trade 4 comes after 5, expected rising ids",
                sextant.run(
                        "indicators",
                        "--trades",
                        backwards.toString(),
                        "--symbol",
                        "BTCUSDT",
                        "--out",
                        folder.resolve("rows.csv").toString()));
        assertFalse(Files.exists(folder.resolve("rows.csv")), "no half of a file");
        assertOneLine(1, folder.resolve("none") + ": no such file", indicators(folder.resolve("none")));
        assertOneLine(1, folder.resolve("empty") + ": is empty", indicators(file("empty", "")));
        Path zip = file("not.gz", "hello");
        assertTrue(indicators(zip).err().contains("named .gz but is not gzip"));
    }

    @Test
    void scoreTellsEachDecisionWithFactorsAndGate() throws Exception {
        Said said = sextant.run(
                "score",
                "--strategy",
                "strategies/demo_fast.json",
                "--trades",
                CAPTURE,
                "--symbol",
                "BTCUSDT",
                "--json");
        List<String> lines = said.out().lines().toList();
        assertEquals(22, lines.size());
        JsonNode decision = new ObjectMapper().readTree(lines.getLast());
        assertEquals("fired", decision.path("gate").path("code").asText());
        assertEquals(10, decision.path("factors").size());
    }

    @Test
    void lintRefusesAStrategyThatCannotFire() throws Exception {
        assertEquals(0, sextant.run("lint", "strategies/v51_baseline.json").exitCode());
        String broken = Files.readString(CommandLine.home().resolve("strategies/v51_baseline.json"))
                .replace("\"threshold\": 75", "\"threshold\": 175");
        Said said = sextant.run("lint", file("broken.json", broken).toString());
        assertEquals(1, said.exitCode());
        assertTrue(said.err().contains("threshold") && said.err().contains("175"), said.err());
    }

    @Test
    void statusWithoutADeskSaysHowToStartOne() throws Exception {
        assertOneLine(1, "no desk runs here; start it with: ./sextant up", sextant.run("status"));
        assertOneLine(1, "no desk runs here; start it with: ./sextant up", sextant.run("strategy", "list"));
        assertOneLine(1, "no desk runs here; start it with: ./sextant up", sextant.run("pnl", "recompute"));
        assertOneLine(1, "no desk runs here; start it with: ./sextant up", sextant.run("archive", "--verify"));
        assertOneLine(1, "no desk runs here; start it with: ./sextant up", sextant.run("drift"));
        assertOneLine(
                1,
                "no desk has stored anything in " + sextant.state() + "; start one with: ./sextant up",
                sextant.run("drift", "--day", "2024-08-08"));
        assertOneLine(1, "no desk runs here; start it with: ./sextant up", sextant.run("explain"));
        assertOneLine(1, "no desk runs here; start it with: ./sextant up", sextant.run("risk", "show"));
        assertOneLine(1, "no desk runs here; start it with: ./sextant up", sextant.run("reconcile"));
        assertOneLine(1, "no desk runs here; start it with: ./sextant up", sextant.run("balances"));
        assertOneLine(2, "decision 'x' is not an id, expected 64 of 0-9 and a-f", sextant.run("explain", "x"));
    }

    @Test
    void driftOfAStoppedDeskIsMeasuredFromWhatItStored() throws Exception {
        Files.createDirectories(sextant.state());
        LocalPostgres.start(sextant.state()).close();
        Said said = sextant.run("drift", "--day", "2024-08-08");
        assertEquals("nothing was decided and no trade was closed on 2024-08-08\n", said.out(), said.err());
        assertEquals(0, said.exitCode());
        Said future = sextant.run("drift", "--day", "2999-01-01");
        assertEquals(2, future.exitCode());
        assertTrue(
                future.err()
                        .startsWith("sextant: --day is 2999-01-01, expected a day that is over: on the desk's clock"),
                future.err());
        assertEquals(1, future.err().lines().count());
    }

    @Test
    void busyPortIsOneLineThatSaysWhatToDo() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Said said = sextant.run("up", "--port", Integer.toString(busy.getLocalPort()), "--for", "1s");
            assertEquals(1, said.exitCode());
            assertEquals(1, said.err().lines().count(), said.err());
            assertTrue(
                    said.err().contains("port " + busy.getLocalPort())
                            && said.err().contains("--port"),
                    said.err());
        }
    }

    @Test
    void corruptStateIsOneLineThatSaysWhatToDo() throws Exception {
        Files.createDirectories(sextant.state());
        Files.writeString(sextant.state().resolve("cursor.json"), "{\"capture\":");
        assertOneLine(
                1,
                sextant.state().resolve("cursor.json") + " is corrupt: remove it, or start over with --fresh",
                sextant.run("up", "--for", "1s"));
    }

    @Test
    void realMoneyNeedsWordsAKeyAndNoFreshStart() throws Exception {
        assertOneLine(
                1,
                "mode live trades with real money; if you mean it, say which account and what it may lose in a day:"
                        + " --confirm live-main:100",
                sextant.run("up", "--mode", "live"));
        Said fresh = sextant.run("up", "--mode", "live", "--confirm", "live-main:100", "--fresh");
        assertEquals(1, fresh.exitCode());
        assertTrue(fresh.err().contains("--fresh would forget what this account has open"), fresh.err());
        assertFalse(Files.exists(sextant.state().resolve("lock")), "nothing was touched");

        CommandLine keyless = new CommandLine(
                sextant.state(),
                java.util.Map.of(
                        "SEXTANT__LIVE__KEY_FILE", folder.resolve("none.json").toString()));
        Said refused = keyless.run("up", "--mode", "live", "--confirm", "live-main:100");
        assertEquals(1, refused.exitCode());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().contains("mode live is refused: limits: left at their defaults"), refused.err());
        assertTrue(refused.err().contains("SEXTANT_LIVE_API_KEY"), refused.err());
        assertFalse(Files.exists(sextant.state().resolve("postgres")));
    }

    @Test
    void configShowsEachSettingWithItsSource() throws Exception {
        Said said = sextant.run("config", "show");
        assertEquals(0, said.exitCode());
        assertTrue(said.out().lines().anyMatch(line -> line.matches("desk\\.speed +1 +default")), said.out());
    }
}
