package dev.sextant.local.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    private Path folder;

    @Test
    void startingOverKeepsRecordingsAndReportsOfReplays() throws IOException {
        for (String name :
                List.of("database/pages", "address", "backtests/a.json", "books/today.jsonl", "log/desk.log")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent() == null ? folder : file.getParent());
            Files.writeString(file, "x");
        }
        StateFolder.open(folder, true).close();
        try (Stream<Path> left = Files.walk(folder)) {
            assertEquals(
                    List.of("backtests/a.json", "books/today.jsonl", "lock", "log/desk.log"),
                    left.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString())
                            .sorted()
                            .toList());
        }
    }
}
