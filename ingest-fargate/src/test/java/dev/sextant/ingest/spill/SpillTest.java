package dev.sextant.ingest.spill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {

    private static final long EPOCH = 7;

    @TempDir
    private Path folder;

    private long nowMs = 1_000;

    private Spill spill(long maxBytes) {
        return spill(EPOCH, maxBytes);
    }

    private Spill spill(long epoch, long maxBytes) {
        return new Spill(new SpillSettings(folder, maxBytes, 200, 10_000), epoch, () -> nowMs);
    }

    private static byte[] bytes(int number) {
        return ("record " + number).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Spill spill, int from, int to) {
        for (int i = from; i < to; i++) {
            assertTrue(spill.offer(bytes(i)), "record " + i);
        }
    }

    private static List<String> texts(List<Taken> taken) {
        return taken.stream()
                .map(one -> switch (one) {
                    case Taken.Whole(byte[] payload) -> new String(payload, StandardCharsets.UTF_8);
                    case Taken.Lost(long records, String _) -> "lost " + records;
                })
                .toList();
    }

    private static List<String> records(int from, int to) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            texts.add("record " + i);
        }
        return texts;
    }

    private List<String> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private List<String> leftovers(Spill spill) {
        List<String> left = new ArrayList<>();
        spill.leftovers().forEach(payload -> left.add(new String(payload, StandardCharsets.UTF_8)));
        return left;
    }

    @Test
    void recordsComeBackInOrderOverManySegmentsWhichGoOnceTheyAreSent() throws IOException {
        try (Spill spill = spill(1 << 20)) {
            put(spill, 0, 50);
            assertTrue(files(".seg").size() > 5);
            assertEquals(50, spill.figures().records());
            assertEquals(records(0, 20), texts(spill.take(20)));
            put(spill, 50, 60);
            assertEquals(records(20, 60), texts(spill.take(100)));
            assertTrue(files(".seg").size() > 5, "until they are durable elsewhere");
            spill.sent();
            assertEquals(List.of(), files(".seg"));
            assertEquals(0, spill.figures().bytes());
            put(spill, 60, 61);
            assertEquals(records(60, 61), texts(spill.take(1)));
        }
    }

    @Test
    void itIsBoundedInBytesAndSaysHowOldItsOldestIs() {
        try (Spill spill = spill(1_000)) {
            int taken = 0;
            while (spill.offer(bytes(taken))) {
                taken++;
                nowMs += 1_000;
            }
            assertFalse(spill.hasRoom());
            assertTrue(spill.figures().bytes() <= 1_000 + 36 + 40, () -> "" + spill.figures());
            assertEquals(taken * 1_000L, spill.figures().oldestAgeMs());
            assertEquals(records(0, taken), texts(spill.take(1_000)));
            spill.sent();
            assertTrue(spill.hasRoom());
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidAndNothingIsTaken() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Spill spill = new Spill(SpillSettings.of(file.resolve("below"), 1_000), EPOCH, () -> nowMs);
        assertFalse(spill.offer(bytes(1)));
        String trouble = spill.figures().trouble();
        assertTrue(trouble.startsWith("the spill folder " + file.resolve("below") + " can't be used: "), trouble);
        spill.close();
    }

    @Test
    void aFolderInUseByAnotherIngestIsLeftAlone() {
        try (Spill first = spill(1_000);
                Spill second = spill(8, 1_000)) {
            assertTrue(first.offer(bytes(1)));
            assertFalse(second.offer(bytes(2)));
            assertTrue(
                    second.figures().trouble().contains("another ingest uses it"),
                    second.figures().trouble());
            assertEquals(List.of(), leftovers(second));
        }
    }

    @Test
    void aDiskThatFailsIsSaidAndTriedAgainAfterAWhileAndLosesNothing() throws IOException {
        try (Spill spill = spill(1 << 20)) {
            put(spill, 0, 3);
            // The next segment's place is taken, so it can't be made: what a full disk looks like from here.
            for (int number = 2; number <= 3; number++) {
                Files.createDirectory(folder.resolve(new SegmentName(EPOCH, number).fileName()));
            }
            nowMs += 10_000;
            assertFalse(spill.offer(bytes(3)));
            assertTrue(
                    spill.figures().trouble().contains("takes nothing: "),
                    spill.figures().trouble());
            assertFalse(spill.hasRoom());
            nowMs += 10_000;
            assertFalse(spill.offer(bytes(3)), "still");
            nowMs += 10_000;
            put(spill, 3, 5);
            assertEquals("", spill.figures().trouble());
            assertEquals(records(0, 5), texts(spill.take(10)));
        }
    }

    @Test
    void aDamagedRecordIsPassedOverAndCountedAndTheFileIsKept() throws IOException {
        try (Spill spill = spill(1 << 20)) {
            put(spill, 0, 12);
            Path second = folder.resolve(files(".seg").get(1));
            byte[] content = Files.readAllBytes(second);
            content[36 + 12 + 9] ^= 1;
            Files.write(second, content);
            List<String> texts = texts(spill.take(100));
            assertEquals(11 + 1, texts.size());
            assertEquals(1, texts.stream().filter("lost 1"::equals).count());
            spill.sent();
            assertEquals(List.of(second.getFileName() + ".aside"), files(".aside"));
            assertEquals(1, spill.figures().filesAside());
            assertEquals(List.of(), files(".seg"));
        }
    }

    @Test
    void aSegmentThatIsGoneIsCountedAsAWhole() throws IOException {
        try (Spill spill = spill(1 << 20)) {
            put(spill, 0, 12);
            int inFirst = 200 / 28;
            Files.delete(folder.resolve(files(".seg").getFirst()));
            List<Taken> taken = spill.take(100);
            Taken.Lost lost = (Taken.Lost) taken.getFirst();
            assertTrue(lost.reason().endsWith(" is not there"), lost.reason());
            assertTrue(lost.records() >= inFirst - 2);
            assertEquals(12 - lost.records(), taken.size() - 1);
        }
    }

    @Test
    void whatAnEarlierRunLeftIsGivenInOrderAndKeptUntilItIsForgotten() throws IOException {
        try (Spill crashed = spill(1 << 20)) {
            put(crashed, 0, 20);
            crashed.take(3);
            crashed.leaveInFront(List.of(bytes(-2), bytes(-1)));
        }
        try (Spill next = spill(8, 1 << 20)) {
            Leftovers leftovers = next.leftovers();
            List<String> left = new ArrayList<>();
            leftovers.forEach(payload -> left.add(new String(payload, StandardCharsets.UTF_8)));
            assertEquals(List.of("record -2", "record -1"), left.subList(0, 2));
            assertEquals(records(0, 20), left.subList(2, left.size()));
            assertFalse(files(".seg").isEmpty());
            leftovers.forget();
            assertEquals(List.of(), files(".seg"));
        }
    }

    @Test
    void aTornEndIsPassedOverAndTheFileIsKept() throws IOException {
        try (Spill crashed = spill(1 << 20)) {
            put(crashed, 0, 3);
        }
        Path file = folder.resolve(files(".seg").getFirst());
        byte[] content = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(content, content.length - 5));
        try (Spill next = spill(8, 1 << 20)) {
            assertEquals(records(0, 2), leftovers(next));
            assertEquals(1, files(".aside").size());
        }
    }

    @Test
    void filesThatAreNoneOfItsOwnAreRefusedByNameFieldAndValueAndKept() throws IOException, SegmentException {
        byte[] header = SegmentFormat.header(new SegmentName(5, 1), 0).array();
        assertEquals(0, SegmentFormat.checkHeader(header, new SegmentName(5, 1)));
        assertEquals(
                "spill-000000000000006-00000001.seg: epoch is 5, expected 6 as in the file's name",
                refusal(header, new SegmentName(6, 1)));
        header[11] = 2;
        assertEquals(
                "spill-000000000000005-00000001.seg: format version is 2, expected 1, the one this release reads",
                refusal(header, new SegmentName(5, 1)));
        header[0] = 'x';
        assertTrue(refusal(header, new SegmentName(5, 1))
                .endsWith("expected 0x53585350494c4c0a: this is no file of the spill"));
        assertTrue(refusal(new byte[3], new SegmentName(5, 1)).contains("length is 3, expected at least 36 bytes"));

        Files.writeString(folder.resolve("notes.seg"), "hello");
        Files.writeString(folder.resolve("notes.txt"), "hello");
        try (Spill younger = spill(9, 1_000)) {
            put(younger, 0, 1);
        }
        try (Spill spill = spill(1_000)) {
            assertEquals(List.of(), leftovers(spill));
            assertEquals(List.of("notes.seg.aside", "spill-000000000000009-00000001.seg.aside"), files(".aside"));
            assertEquals(List.of("notes.txt"), files(".txt"));
        }
    }

    private static String refusal(byte[] header, SegmentName name) {
        try {
            SegmentFormat.checkHeader(header, name);
            return "accepted";
        } catch (SegmentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
