package dev.sextant.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoopbackHttpTest {

    @Test
    void nobodyElseOpensAServer() throws Exception {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> opening = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> text(file).contains("HttpServer.create("))
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertEquals(List.of("LoopbackHttp.java"), opening, "whoever is first decides the settings of all");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
