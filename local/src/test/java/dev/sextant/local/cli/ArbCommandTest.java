package dev.sextant.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transcripts of {@code sextant arb}. */
class ArbCommandTest {

    private static final String BOOKS = """
            {"t":1700000000000,"pair":"BTC/USD","snapshot":true,"bids":[["49990.0","1"]],"asks":[["50000.0","1"]]}
            {"t":1700000000010,"pair":"ETH/BTC","snapshot":true,"bids":[["0.0399","2"]],"asks":[["0.04","2"]]}
            {"t":1700000000020,"pair":"ETH/USD","snapshot":true,"bids":[["2020","2"]],"asks":[["2021","2"]]}
            {"t":1700000000220,"pair":"ETH/USD","bids":[["2020","0"],["1999","2"]]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aPersonReadsOneLineForEachOpportunityAndWhatItAllCameTo() throws IOException {
        Said said = run("--fee-bps", "10", "--latency-ms", "20");
        assertEquals("""
                2023-11-14T22:13:20.020Z  USD>BTC>ETH>USD  69.75 bps of 999.9995005 USD, 6.97453748 for 200 ms, \
                taken: complete, realised 6.97453748
                3 pairs, 2 cycles from USD, EUR, 4 messages about books in 0.2 s
                0 checksums, 0 wrong; 0 crossed, 0 malformed, 0 out of range, 0 before their snapshot, 0 back in time
                1 opportunities
                share of the edge that is left: 50 ms 100%, 100 ms 100%
                taken: {complete=1}, expected 6.97453748 USD, realised 6.97453748 USD
                """, said.out());
        assertEquals(Sextant.OK, said.exitCode());
    }

    @Test
    void aProgramGetsLinesOnOneSideAndTheReportOnTheOther() throws IOException {
        Said said = run("--json", "--trace-edges");
        List<String> lines = said.out().lines().toList();
        assertEquals(3, lines.size(), said.out());
        assertTrue(
                lines.getFirst()
                        .startsWith(
                                "{\"t\":1700000000020,\"pair\":\"ETH/USD\",\"cycle\":\"USD>BTC>ETH>USD\",\"product\":1.01"),
                said.out());
        assertTrue(said.err().contains("\"opportunities\":1"), said.err());
    }

    @Test
    void linesGoIntoAFileAndTheReportStays() throws IOException {
        Path lines = folder.resolve("lines.jsonl");
        Said said = run("--json", "--out", lines.toString());
        assertEquals(1, Files.readAllLines(lines).size());
        assertTrue(said.out().startsWith("{\"markets\":3,\"cycles\":2"), said.out());
    }

    @Test
    void whatIsWrongIsNamedWithWhatWouldBeRight() throws IOException {
        usage("--fee-bps is -1, expected 0 to 1000 with at most two decimals", "--fee-bps", "-1");
        usage("--buffer-bps is 0.001, expected 0 to 1000 with at most two decimals", "--buffer-bps", "0.001");
        usage("--legs is 5, expected 3 or 4", "--legs", "5");
        usage("staleMs 0, expected 1 or more", "--stale-ms", "0");
        usage("maxNotional -5.0, expected above 0, at most 1e12", "--max-notional", "-5");
        usage("latency of 99999999 ms, expected 0 to 60000", "--latency-ms", "99999999");
        usage("--format is 'v3', expected kraken1, kraken2, gemini or events", "--format", "v3");
        Path none = folder.resolve("none.jsonl");
        Said said = Said.of("arb", "--book", none.toString());
        assertEquals(Sextant.FAILED, said.exitCode());
        assertEquals("sextant: " + none + ": no such file\n", said.err());
        Said other = run("--format", "kraken2");
        assertEquals(Sextant.FAILED, other.exitCode());
        assertTrue(other.err().contains("books.jsonl"), other.err());
    }

    private void usage(String message, String... arguments) throws IOException {
        Said said = run(arguments);
        assertEquals("sextant: " + message + "\n", said.err());
        assertEquals(Sextant.USAGE, said.exitCode());
    }

    private Said run(String... arguments) throws IOException {
        Path books = Files.writeString(folder.resolve("books.jsonl"), BOOKS);
        String[] all = new String[arguments.length + 3];
        all[0] = "arb";
        all[1] = "--book";
        all[2] = books.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Said.of(all);
    }

    /** A deal a second of 60 ms, for 100 seconds, beside books that are told every 100 ms. */
    private Path deals() throws IOException {
        StringBuilder books = new StringBuilder(BOOKS.lines().limit(3).collect(Collectors.joining("\n", "", "\n")));
        for (int ms = 200; ms < 100_000; ms += 100) {
            String at = "{\"t\":" + (1_700_000_000_000L + ms) + ",\"pair\":\"";
            books.append(at).append("BTC/USD\",\"bids\":[[\"49990.0\",\"1\"]]}\n");
            books.append(at).append("ETH/BTC\",\"bids\":[[\"0.0399\",\"2\"]]}\n");
            books.append(at)
                    .append("ETH/USD\",\"bids\":[[\"2020\",\"")
                    .append(ms % 1_000 == 200 ? 2 : 0)
                    .append("\"],[\"1999\",\"2\"]]}\n");
        }
        return Files.writeString(folder.resolve("deals.jsonl"), books);
    }

    private Said sweep(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("arb", "sweep", "--book", deals().toString()));
        all.addAll(List.of("--reports", folder.resolve("reports").toString(), "--fee-bps", "10"));
        all.addAll(List.of(arguments));
        return Said.of(all.toArray(String[]::new));
    }

    @Test
    void aSweepRanksInTrainingAndShowsTheTestBesideIt() throws IOException {
        Said said = sweep("--vary", "latency-ms=20,60", "--vary", "max-notional=100,500");
        assertEquals(Sextant.OK, said.exitCode(), said.err());
        List<String> lines = said.out().lines().toList();
        assertEquals("""
                3 pairs, 2 cycles, 2997 messages about books in 99.9 s; 4 sets, each replayed in training and test
                train 69.9 s, test 30.0 s; ranked by profit in training
                rank        train   taken | rank         test   taken  set
                   1      244.091      70 |    1      104.610      30  latency-ms=20 max-notional=500
                   2      48.8111      70 |    2      20.9191      30  latency-ms=20 max-notional=100
                   3     -23.4217      70 |    3     -10.4865      30  latency-ms=60 max-notional=100
                   4     -117.073      70 |    4     -52.4175      30  latency-ms=60 max-notional=500
                note: latency-ms is a condition, not a choice: the verdict compares sets that agree with the first in it
                probability of backtest overfitting 0.000 (12870 halvings of 16 blocks)
                """, lines.stream().limit(9).collect(Collectors.joining("\n", "", "\n")));
        assertTrue(lines.contains("verdict: passed"), said.out());
        assertTrue(lines.getLast().matches("report [0-9a-f]{64}"), said.out());
    }

    @Test
    void theSameSweepIsTheSameReportAndIsKeptOnce() throws IOException {
        Said first = sweep("--vary", "buffer-bps=0,2", "--json");
        Said again = sweep("--vary", "buffer-bps=0,2", "--json");
        assertEquals(first.out(), again.out());
        try (var kept = Files.list(folder.resolve("reports"))) {
            assertEquals(1, kept.count());
        }
        assertTrue(sweep("--vary", "buffer-bps=0,2").out().endsWith(", kept before\n"));
        assertTrue(sweep("--vary", "buffer-bps=2,3").out().contains("3 settings were ever tried on this recording"));
    }

    @Test
    void aSweepThatCannotBeIsToldWhatWouldBeRight() throws IOException {
        assertSweep("--vary is missing, expected at least one as buffer-bps=0,2,5");
        assertSweep("buffer-bps is 'much', expected 0 to 1000 with at most two decimals", "--vary", "buffer-bps=much");
        assertSweep(
                "start is USD,EUR, expected one asset: a sweep compares sums of what was earned",
                "--vary",
                "buffer-bps=1",
                "--start",
                "USD,EUR");
        assertSweep(
                "--train and --folds are both given, expected one of them",
                "--vary",
                "buffer-bps=1",
                "--train",
                "0.5",
                "--folds",
                "2");
        assertSweep("folds is 0, expected 1 to 20", "--vary", "buffer-bps=1", "--folds", "0");
        assertSweep("limit is 0, expected 1 to 2000", "--vary", "buffer-bps=1", "--limit", "0");
    }

    private void assertSweep(String message, String... arguments) throws IOException {
        Said said = sweep(arguments);
        assertEquals("sextant: " + message + "\n", said.err());
        assertEquals(Sextant.USAGE, said.exitCode());
    }
}
