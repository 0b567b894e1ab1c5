package dev.sextant.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.sextant.recordings.check.LoadReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed files are read by their content; what can't be read says so in one line. */
class UnreadableFilesTest {

    private static final String TRADES = "1,100.5,2,1,1,1700000001000,false\n2,100.0,1,2,3,1700000016000,true\n";

    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String... texts) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (int i = 0; i < texts.length; i++) {
                out.putNextEntry(new ZipEntry(i + ".csv"));
                out.write(texts[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        return packed.toByteArray();
    }

    private static byte[] zstd(String text) {
        return Zstd.compress(text.getBytes(StandardCharsets.UTF_8));
    }

    private static LoadReport read(Path file) throws RecordingException {
        return Recording.open(file).read(OptionalLong.empty(), _ -> true);
    }

    private static String refusal(Path file) {
        String message = String.valueOf(
                assertThrows(RecordingException.class, () -> read(file)).getMessage());
        assertTrue(message.startsWith(file + ": "), message);
        assertEquals(1, message.lines().count());
        return message.substring((file + ": ").length());
    }

    @Test
    void everyPackingIsUnpackedByItsContent() throws Exception {
        for (Path file : List.of(
                file("plain.csv", TRADES),
                file("t.csv.gz", gzip(TRADES)),
                file("no-suffix", gzip(TRADES)),
                file("t.zip", zip(TRADES)),
                file("t.csv.zst", zstd(TRADES)),
                file("windows.csv", "\ufeff" + TRADES.replace("\n", "\r\n")))) {
            assertEquals(2, read(file).counts().kept(), file.toString());
        }
    }

    @Test
    void whatIsNoRecordingIsToldInOneLine() throws Exception {
        assertEquals("no such file", refusal(folder.resolve("none")));
        assertEquals("is empty", refusal(file("empty", "")));
        assertEquals("is empty", refusal(file("blank.csv", "\n \n")));
        assertEquals("is empty", refusal(file("empty.csv.gz", gzip(""))));
        assertEquals("is a folder, expected a file", refusal(folder));
        assertEquals(
                "is of no known format, it starts with 'name,age'", refusal(file("people.csv", "name,age\nx,3\n")));
        assertEquals("is of no known format, it starts with 'hello'", refusal(file("hello.txt", "hello\n")));
        assertEquals(
                "is binary, expected text (plain or packed as gzip, zip or zstd)",
                refusal(file("picture", new byte[] {1, 2, 0, 3})));
    }

    @Test
    void aNameThatPromisesAnotherPackingIsWrong() throws Exception {
        assertEquals("named .gz but is not gzip; if it is text, rename it", refusal(file("text.gz", TRADES)));
        assertEquals("named .zst but is not zstd; if it is text, rename it", refusal(file("t.zst", gzip(TRADES))));
        assertEquals("named .zip but is not zip; if it is text, rename it", refusal(file("t.zip", TRADES)));
    }

    @Test
    void filesThatAreCutOffSayWhere() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int id = 1; id <= 20_000; id++) {
            many.append(id)
                    .append(",100.5,2,1,1,")
                    .append(1_700_000_000_000L + id * 7919L % 1000)
                    .append(",false\n");
        }
        byte[] gzip = gzip(many.toString());
        byte[] zstd = zstd(many.toString());
        byte[] zip = zip(many.toString());
        assertTrue(refusal(file("cut.gz", Arrays.copyOf(gzip, gzip.length * 3 / 4)))
                .matches("is cut off after line \\d{4,5}"));
        assertTrue(refusal(file("cut.zst", Arrays.copyOf(zstd, zstd.length * 3 / 4)))
                .matches("(is cut off|can't be read) after line \\d+.*"));
        assertTrue(refusal(file("cut.zip", Arrays.copyOf(zip, zip.length * 3 / 4)))
                .matches("is cut off after line \\d{4,5}"));
        byte[] damaged = gzip.clone();
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 100, (byte) 0xff);
        assertTrue(refusal(file("damaged.gz", damaged)).matches("can't be read after line \\d+: .*"));
        assertEquals(
                "is a zip of several files (1.csv is the second): unpack it first",
                refusal(file("two.zip", zip(TRADES, TRADES))));
        assertTrue(refusal(file("cut.json", "[{\"start\": \"1700000000\", \"low\": \"9\"}, {\"start\": \"17"))
                .startsWith("is not whole JSON after element 1: "));
    }

    @Test
    void aFolderGivesItsRecordingsSortedAndWithoutPapers() throws Exception {
        file("README.md", "# about");
        file("MANIFEST.sha256", "abc");
        Path second = file("b.csv", TRADES);
        Path first = file("a.csv", TRADES);
        assertEquals(List.of(first, second), RecordingFolder.files(folder));
        Path bare = Files.createDirectory(folder.resolve("bare"));
        assertEquals(
                bare + ": is a folder without recordings",
                assertThrows(RecordingException.class, () -> RecordingFolder.files(bare))
                        .getMessage());
    }

    /** A line beyond all measure is one malformed row, and the rows after it are read. */
    @Test
    void aLineWithoutEndIsOneMalformedRow() throws Exception {
        Path file = file("long.csv", TRADES + "3,".repeat(10_000_000) + "\n3,100.5,2,1,1,1700000020000,false\n");
        LoadReport report = read(file);
        assertEquals(3, report.counts().kept());
        assertEquals(1, report.counts().malformed());
    }
}
