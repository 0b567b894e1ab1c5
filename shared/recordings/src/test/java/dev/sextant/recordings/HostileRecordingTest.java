package dev.sextant.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.Row;
import dev.sextant.recordings.row.TimeFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that fuzzing found: they once ended the reading with an exception that nobody expects. */
class HostileRecordingTest {

    @TempDir
    private Path folder;

    @Test
    void anExponentThatOverflowsTheScaleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Numbers.decimal("close", "1e2147483648"));
        assertThrows(IllegalArgumentException.class, () -> Numbers.decimal("close", "1e-2147483647"));
    }

    @Test
    void anOffsetThereIsNotIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TimeFormat.TEXT.parse("2024-04-05 08:00:00+99:99"));
    }

    @Test
    void aDayThereIsNotInTheFilesNameMakesItsRowsMalformed() throws Exception {
        List<Row> rows = rows("20231399_abcusd_minute_trade.csv", "60000,1,2,1,2,3\n");

        assertInstanceOf(Row.Malformed.class, rows.getFirst());
    }

    @Test
    void barsOfAnImpossibleLengthAreNoBars() throws Exception {
        String text = "{\"name\":\"D_PT253402300799999M@\",\"ohlc\":[]}";

        assertEquals("json-message", Recording.open(file("bars.json", text)).format());
    }

    @Test
    void anElementWithANumberBeyondAnyDecimalIsDamage() throws IOException {
        Path file = file("bars.json", "{\"name\":\"D_PT5M@\",\"ohlc\":[{\"x\":1E99999999999999999}]}");

        RecordingException refused = assertThrows(
                RecordingException.class, () -> Recording.open(file).rows((_, _) -> true));

        assertTrue(String.valueOf(refused.getMessage()).contains("a number beyond any decimal's range"));
    }

    @Test
    void levelsThatAreNoListMakeAChecksumCaseMalformed() throws Exception {
        String frame = "{\"symbol\":\"D\",\"utc\":\"2023-11-14T22:13:21+00:00\",\"seq\":5,\"checksum\":1,"
                + "\"bids\":[[\"1\",\"1\"]],\"asks\":{\"a\":\"\"}}\n";

        List<Row> rows = rows("cases.ndjson", frame);

        assertTrue(
                assertInstanceOf(Row.Malformed.class, rows.getFirst()).reason().startsWith("asks is "),
                rows.toString());
    }

    @Test
    void aReasonIsShortHoweverLongTheHeader() {
        assertTrue(new Row.Malformed("x".repeat(100_000)).reason().length() <= 301);
    }

    private List<Row> rows(String name, String text) throws IOException, RecordingException {
        List<Row> rows = new ArrayList<>();
        Recording.open(file(name, text)).rows((_, row) -> rows.add(row));
        return rows;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
