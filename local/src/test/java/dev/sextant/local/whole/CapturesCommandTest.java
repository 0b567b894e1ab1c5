package dev.sextant.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.local.whole.CommandLine.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sextant captures} says about good recordings and bad ones. */
class CapturesCommandTest {

    private static final String CAPTURE = "captures/usdm-btcusdt-20240808.gz";

    private static final String DAMAGED = """
            timestamp_ms,open,high,low,close,volume
            1700000000000,10,12,9,11,5
            1700000060000,10,12,9,11,5
            1700000060000,10,12,9,11,5
            1700000120000,10,8,9,11,5
            1700000300000,10,12,9,11,5
            1700000180000,10,12,9,11,5
            1700000360000,10,12,9,11,5
            1700000420000,10,12,9,11,5
            """;

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

    @Test
    void theBundledCaptureIsWhole() throws Exception {
        Said said = sextant.run("captures", "check", "--details", CAPTURE);
        assertEquals("", said.err());
        assertEquals(
                List.of(
                        "file                      format                                  rows       kept duplicate malformed      late         gaps  from",
                        "usdm-btcusdt-20240808.gz  binance-frames                         93954      93954         0         0         0            0  2024-08-08T23:54:15.030Z to 2024-08-08T23:59:59.833Z",
                        "    time: trade time T, else event time E (milliseconds since 1970); receipt time where a frame has neither; the file's clock is the receipt time of each line",
                        "    events: {TRADE=21313, QUOTE=66089, BOOK_CHANGE=6551, BOOK_SNAPSHOT=1}",
                        "    rows by channel: {depth@0ms=6551, bookTicker=66089, trade=21313, depth snapshot=1}",
                        "    apart: {}",
                        "    note: trades and aggregate trades are checked by id, books by their update chain; best bid and ask, candles, marks and liquidations have no consecutive id, so a lost one can't be seen",
                        "1 file: 93954 rows = 93954 kept + 0 duplicate + 0 malformed + 0 late"),
                said.out().lines().toList());
        assertEquals(0, said.exitCode());
    }

    @Test
    void defectsAreFindingsAndNotErrors() throws Exception {
        Said said =
                sextant.run("captures", "check", file("ABCUSDT-1m.csv", DAMAGED).toString());
        assertEquals(
                List.of(
                        "    line 5: high is '8', expected at least open and close",
                        "    1 late, by up to 120000 ms",
                        "    gaps: 2 intervals of 60 s missing, the longest 1 from 2023-11-14T22:15:20.000Z",
                        "    the file's time steps back 1 times, by up to 120 s",
                        "1 file: 8 rows = 5 kept + 1 duplicate + 1 malformed + 1 late"),
                said.out().lines().skip(2).toList());
        assertEquals(0, said.exitCode());
    }

    @Test
    void theReportComesAsJson() throws Exception {
        Path file = file("ABCUSDT-1m.csv", DAMAGED);
        Said said = sextant.run("captures", "check", "--json", file.toString());
        JsonNode report = new ObjectMapper().readTree(said.out());
        assertEquals(file.toString(), report.path("file").asText());
        assertEquals("candles-csv", report.path("format").asText());
        assertEquals(8, report.path("rows").asInt());
        assertEquals(
                report.path("rows").asInt(),
                report.path("kept").asInt()
                        + report.path("duplicates").asInt()
                        + report.path("malformed").asInt()
                        + report.path("out_of_order").asInt());
        assertEquals(
                "{\"count\":2,\"missing\":2,\"of_unknown_size\":0,\"longest\":1,\"longest_at\":\"2023-11-14T22:15:20.000Z\"}",
                report.path("gaps").toString());
        assertEquals(5, report.path("malformed_rows").path(0).path("number").asInt());
        assertEquals("2023-11-14T22:13:20.000Z", report.path("first").asText());
    }

    @Test
    void filesOfNoKnownFormatAreToldAndTheOthersRead() throws Exception {
        file("a.csv", "name,age\nx,3\n");
        file("b.csv", "timestamp,price,amount\n1700000000,5,1\n");
        file("c.csv.gz", "timestamp,price,amount\n");
        Said said = sextant.run("captures", "check", folder.toString());
        assertEquals(2, said.exitCode());
        assertEquals(
                List.of(
                        "sextant: " + folder.resolve("a.csv") + ": is of no known format, it starts with 'name,age'",
                        "sextant: " + folder.resolve("c.csv.gz")
                                + ": named .gz but is not gzip; if it is text, rename it"),
                said.err().lines().toList());
        assertTrue(said.out().endsWith("1 file: 1 rows = 1 kept + 0 duplicate + 0 malformed + 0 late\n"), said.out());
    }

    @Test
    void missingFilesAndEmptyFoldersAreToldInOneLine() throws Exception {
        Path none = folder.resolve("none");
        Path bare = Files.createDirectory(folder.resolve("bare"));
        Said said = sextant.run("captures", "check", none.toString(), bare.toString());
        assertEquals(
                List.of("sextant: " + none + ": no such file", "sextant: " + bare + ": is a folder without recordings"),
                said.err().lines().toList());
        assertEquals(2, said.exitCode());
        assertEquals("", said.out());
    }

    @Test
    void eventsAreShownAsJsonLines() throws Exception {
        Said said = sextant.run("captures", "show", "--kind", "trade", "--limit", "2", CAPTURE);
        assertEquals(
                List.of(
                        "{\"kind\":\"trade\",\"symbol\":\"BTCUSDT\",\"time\":\"2024-08-08T23:54:16.322Z\",\"id\":5266583935,"
                                + "\"price\":\"61800.3\",\"quantity\":\"0.006\",\"taker\":\"buyer\"}",
                        "{\"kind\":\"trade\",\"symbol\":\"BTCUSDT\",\"time\":\"2024-08-08T23:54:16.344Z\",\"id\":5266583936,"
                                + "\"price\":\"61800.3\",\"quantity\":\"0.199\",\"taker\":\"buyer\"}"),
                said.out().lines().toList());
        assertEquals(0, said.exitCode());
    }

    @Test
    void wrongOptionsOfShowAreToldWithWhatIsRight() throws Exception {
        assertTrue(sextant.run("captures", "show", "--kind", "deal", CAPTURE)
                .err()
                .contains("kind 'deal' is unknown, expected one of [trade, aggregate_trade,"));
        Said none = sextant.run("captures", "show", "--limit", "0", CAPTURE);
        assertEquals("sextant: --limit is 0, expected 1 or more", none.err().strip());
        Said missing = sextant.run("captures", "show", folder.resolve("none").toString());
        assertEquals(
                "sextant: " + folder.resolve("none") + ": no such file",
                missing.err().strip());
        assertEquals(2, missing.exitCode());
    }
}
