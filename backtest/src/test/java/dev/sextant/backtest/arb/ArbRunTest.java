package dev.sextant.backtest.arb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArbRunTest {

    /** 2 ETH cost 0.08 BTC, which cost 4,000 USD, and bring 4,040. */
    private static final String TRIANGLE = """
            {"t":1000,"pair":"BTC/USD","snapshot":true,"bids":[["49990.0","1"]],"asks":[["50000.0","1.00"]]}
            {"t":1010,"pair":"ETH/BTC","snapshot":true,"bids":[["0.03990","2"]],"asks":[["0.04000","2.00"]]}
            {"t":1020,"pair":"ETH/USD","snapshot":true,"bids":[["2020.00","2"]],"asks":[["2021.00","2"]]}
            """;

    @TempDir
    private Path folder;

    @Test
    void anOpportunityIsOneLineWithItsPlan() throws IOException, RecordingException {
        Replayed replayed = Replayed.events(folder, Replayed.FREE, TRIANGLE + """
                {"t":1400,"pair":"ETH/USD","bids":[["2020.00","0"],["1999.00","5"]]}
                """);
        JsonNode line = replayed.with("edge_bps").getFirst();
        assertEquals(1020, line.path("t").asLong());
        assertEquals(1400, line.path("gone").asLong());
        assertEquals("no_edge", line.path("why").asText());
        assertEquals("USD>BTC>ETH>USD", line.path("cycle").asText());
        assertEquals("1000", line.path("spend").asText());
        assertEquals("10", line.path("profit").asText());
        assertEquals(100.0, line.path("edge_bps").asDouble());
        assertEquals(
                "{\"pair\":\"ETH/BTC\",\"side\":\"buy\",\"quantity\":\"0.5\",\"limit\":\"0.04\",\"spend\":\"0.02\",\"receive\":\"0.5\"}",
                line.path("legs").path(1).toString());
        assertEquals(
                "{\"50\":1.0,\"100\":1.0,\"250\":1.0}", line.path("decay").toString(), "as far as the recording goes");
        assertEquals(1, replayed.with("edge_bps").size());
    }

    @Test
    void theTraceHasTheBestProductOfEachUpdateThatClosesATriangle() throws IOException, RecordingException {
        Replayed replayed = Replayed.events(folder, Replayed.settings(2600, OptionalLong.empty()), TRIANGLE + """
                {"t":1030,"pair":"SOL/USD","snapshot":true,"bids":[["100","1"]],"asks":[["101","1"]]}
                {"t":1040,"pair":"ETH/USD","bids":[["2020.00","0"]]}
                {"t":1050,"pair":"ETH/USD","asks":[["1990.00","1"]]}
                """);
        List<JsonNode> trace = replayed.with("product");
        assertEquals(
                List.of("1020 ETH/USD USD>BTC>ETH>USD", "1040 ETH/USD USD>ETH>BTC>USD", "1050 ETH/USD USD>ETH>BTC>USD"),
                trace.stream()
                        .map(line -> line.path("t").asText() + " "
                                + line.path("pair").asText() + " "
                                + line.path("cycle").asText())
                        .toList());
        assertEquals(2020.0 / 0.04 / 50000, trace.get(0).path("product").asDouble(), 1e-15);
        assertEquals(1 / 2021.0 * 0.0399 * 49990, trace.get(1).path("product").asDouble(), 1e-15, "one side is enough");
        assertEquals(1 / 1990.0 * 0.0399 * 49990, trace.get(2).path("product").asDouble(), 1e-15);
    }

    @Test
    void aTakenCycleMeetsTheMarketALatencyLaterLegByLeg() throws IOException, RecordingException {
        Replayed replayed = Replayed.events(folder, Replayed.settings(0, OptionalLong.of(100)), TRIANGLE + """
                {"t":1900,"pair":"ETH/USD","bids":[["2020.00","0"],["1999.00","5"]]}
                """);
        JsonNode taken = replayed.with("taken").getFirst().path("taken");
        assertEquals(
                "{\"expected\":\"10\",\"realised\":\"10\",\"outcome\":\"complete\",\"done\":1320}", taken.toString());
    }

    @Test
    void whatIsLeftWhenALegFailsIsSoldBackAtALoss() throws IOException, RecordingException {
        Replayed replayed = Replayed.events(folder, Replayed.settings(0, OptionalLong.of(100)), TRIANGLE + """
                {"t":1200,"pair":"ETH/USD","bids":[["2020.00","0"],["1999.00","5"]]}
                {"t":1900,"pair":"ETH/BTC","bids":[["0.03990","3"]]}
                """);
        JsonNode taken = replayed.with("taken").getFirst().path("taken");
        assertEquals("unwound", taken.path("outcome").asText());
        assertEquals("10", taken.path("expected").asText());
        assertEquals(
                "-0.5", taken.path("realised").asText(), "0.5 ETH sold at 1,999, a latency after the last leg failed");
    }

    @Test
    void aFirstLegThatIsGoneCostsNothing() throws IOException, RecordingException {
        Replayed replayed = Replayed.events(folder, Replayed.settings(0, OptionalLong.of(100)), TRIANGLE + """
                {"t":1050,"pair":"BTC/USD","asks":[["50000.0","0"],["50900.0","1"]]}
                """);
        JsonNode taken = replayed.with("taken").getFirst().path("taken");
        assertEquals("missed", taken.path("outcome").asText());
        assertEquals("0", taken.path("realised").asText());
    }

    @Test
    void aCycleIsTakenOnlyWhenWhatItMayLoseFitsTheBudget() throws IOException, RecordingException {
        // 1,000 USD buy 0.02 BTC, which sell back for 999.8, less half a per cent; 0.5 ETH sell for 1,010, less that
        assertEquals(
                "5.199",
                Replayed.events(folder, Replayed.FREE, TRIANGLE)
                        .with("edge_bps")
                        .getFirst()
                        .path("worst_loss")
                        .asText());
        assertEquals(
                1, Replayed.events(folder, losing(5.2), TRIANGLE).with("taken").size());
        assertEquals(
                0, Replayed.events(folder, losing(5.1), TRIANGLE).with("taken").size());
    }

    private static ArbSettings losing(double most) {
        ArbSettings taken = Replayed.settings(0, OptionalLong.of(100));
        return new ArbSettings(
                0, taken.limits(), taken.starts(), 3, true, new ArbSettings.Unwind(5_000, most), taken.latencyMs());
    }

    @Test
    void severalFilesAreOneMarket() throws IOException, RecordingException {
        String[] lines = TRIANGLE.split("\n", -1);
        Path first = Files.writeString(folder.resolve("a.jsonl"), lines[0] + "\n" + lines[2] + "\n");
        Path second = Files.writeString(folder.resolve("b.jsonl"), lines[1] + "\n");
        Replayed merged = Replayed.files(Replayed.FREE, first, second);
        assertEquals(Replayed.events(folder, Replayed.FREE, TRIANGLE).lines, merged.lines);
        assertEquals(1, merged.with("edge_bps").size());
    }

    @Test
    void aLineThatCannotBeReadClosesItsPairUntilItsNextSnapshot() throws IOException, RecordingException {
        Replayed replayed = Replayed.events(folder, Replayed.FREE, """
                {"t":900,"pair":"BTC/USD","snapshot":true,"bids":[["49990.0","1"]],"asks":[["50000.0","-1"]]}
                """ + TRIANGLE + """
                {"t":1030,"pair":"ETH/USD","bids":[["-5","1"]]}
                {"t":1040,"pair":"ETH/USD","bids":[["2019.00","1"]]}
                {"t":"now","pair":"ETH/USD"}
                {"t":1060,"pair":"ETHUSD"}
                {"t":1070,"pair":"ETH/USD","snapshot":"yes"}
                {"t":1080,"pair":"ETH/USD","bids":"none"}
                half a li
                {"t":1090,"pair":"ETH/USD","snapshot":true,"bids":[["2020.00","1e-1"]],"asks":[]}
                """);
        String file = folder.resolve("books.jsonl") + " line ";
        assertEquals(
                List.of(
                        file + "1: quantity is '-1', expected 0 or more",
                        file + "5: price is '-5', expected above 0",
                        file + "7: t is '\"now\"', expected epoch milliseconds, a whole number",
                        file + "8: pair is '\"ETHUSD\"', expected two assets as BTC/USD",
                        file + "9: snapshot is '\"yes\"', expected true or false",
                        file + "10: bids is '\"none\"', expected an array of [price, quantity]",
                        file + "11: not JSON: Unrecognized token 'half': was expecting (JSON String, Number, Array, "
                                + "Object or token 'null', 'true' or 'false') at line 1 column 5"),
                replayed.problems);
        assertEquals(7, replayed.report.path("malformed").asInt());
        assertEquals(1, replayed.report.path("before_snapshot").asInt());
        assertEquals(
                List.of("1020 closed", "1090 end_of_recording"),
                replayed.with("edge_bps").stream()
                        .map(line ->
                                line.path("t").asText() + " " + line.path("why").asText())
                        .toList());
    }

    @Test
    void aCrossedBookIsNotTradedOnWhileItIs() throws IOException, RecordingException {
        Replayed replayed = Replayed.events(folder, Replayed.FREE, TRIANGLE + """
                {"t":1030,"pair":"ETH/USD","bids":[["2500.00","9"]]}
                {"t":1040,"pair":"ETH/USD","bids":[["2500.00","0"]]}
                """);
        assertEquals(1, replayed.report.path("crossed").asInt());
        assertEquals(2, replayed.with("product").size(), "none while it is crossed");
        assertEquals("closed", replayed.with("edge_bps").getFirst().path("why").asText());
        assertTrue(replayed.with("edge_bps").stream()
                .allMatch(line -> line.path("edge_bps").asDouble() == 100));
    }
}
