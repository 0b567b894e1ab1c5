package dev.sextant.local.poller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckpointsTest {

    @TempDir
    Path folder;

    @Test
    void checkpointsOutliveTheProcess() {
        new FileCheckpoints(folder.resolve("new")).save("scorer", Map.of("shardId-000000000000", "49590338271490"));

        assertEquals(
                Map.of("shardId-000000000000", "49590338271490"),
                new FileCheckpoints(folder.resolve("new")).load("scorer"));
        assertEquals(Map.of(), new FileCheckpoints(folder.resolve("new")).load("recorder"));
    }

    @Test
    void aFileLeftByACrashInTheMiddleOfAWriteIsOverwritten() throws Exception {
        FileCheckpoints checkpoints = new FileCheckpoints(folder);
        Files.writeString(folder.resolve("scorer.json.new"), "{\"shardId-0000");

        checkpoints.save("scorer", Map.of("shardId-000000000000", "2"));

        assertEquals(Map.of("shardId-000000000000", "2"), checkpoints.load("scorer"));
    }

    @Test
    void aFileThatIsNoCheckpointIsNamedWithWhatToDo() throws Exception {
        Files.writeString(folder.resolve("scorer.json"), "{");

        UncheckedIOException broken =
                assertThrows(UncheckedIOException.class, () -> new FileCheckpoints(folder).load("scorer"));

        assertEquals(
                "checkpoints " + folder.resolve("scorer.json")
                        + " can't be read: delete the file to process the stream from its start",
                broken.getMessage());
    }
}
