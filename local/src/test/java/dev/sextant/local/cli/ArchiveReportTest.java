package dev.sextant.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveReportTest {

    private static final String SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    private static JsonNode segment(String symbol, String hour, String key, boolean inDatabase) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("symbol", symbol)
                .put("hour", hour)
                .put("trades", 71_000)
                .put("bytes", 800_000)
                .put("key", key)
                .put("sha256", SHA_OF_ABC)
                .put("in_database", inDatabase);
    }

    @Test
    void eachSymbolAndMonthHasALine() {
        List<JsonNode> segments = List.of(
                segment("ETHUSDT", "2025-04-01T00:00:00.000Z", "c", true),
                segment("BTCUSDT", "2025-03-03T01:00:00.000Z", "b", false),
                segment("BTCUSDT", "2025-03-03T00:00:00.000Z", "a", false));
        assertEquals(
                List.of(
                        "in archive",
                        "BTCUSDT 2025-03       2 hours       142,000 trades     1,600,000 bytes  here only",
                        "ETHUSDT 2025-04       1 hours        71,000 trades       800,000 bytes  also in the database"),
                ArchiveReport.lines(Path.of("archive"), segments, List.of(), false));
    }

    @Test
    void anEmptyArchiveSaysWhenAnHourComes() {
        assertEquals(
                List.of("no hour is archived yet; one is written at most 65 minutes after its end"),
                ArchiveReport.lines(folder, List.of(), List.of(), true));
    }

    @Test
    void aFileThatIsGoneOrDamagedIsNamed() throws IOException {
        Files.writeString(folder.resolve("good"), "abc");
        Files.writeString(folder.resolve("bad"), "abd");
        List<JsonNode> segments = List.of(
                segment("BTCUSDT", "2025-03-03T02:00:00.000Z", "good", true),
                segment("BTCUSDT", "2025-03-03T01:00:00.000Z", "bad", true),
                segment("BTCUSDT", "2025-03-03T00:00:00.000Z", "gone", true));
        assertEquals(
                List.of(
                        "bad has SHA-256 a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9, expected "
                                + SHA_OF_ABC,
                        "gone is not there"),
                SegmentCheck.of(folder, segments));
    }
}
