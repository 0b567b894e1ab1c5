package dev.sextant.venues.binance.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Recorded data beside the repository; a test that needs a file which isn't there is skipped with a line saying so. */
public final class ReferenceData {

    private ReferenceData() {}

    /** The named file or folder below the reference folder. */
    public static Path find(String relative) {
        Path path = folder().resolve(relative);
        Assumptions.assumeTrue(
                Files.exists(path), () -> "skipped: no recorded data at " + path + " (set SEXTANT_REFERENCE)");
        return path;
    }

    /** The lines of a gzipped text file. */
    public static List<String> gzipLines(String relative) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(find(relative))), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static Path folder() {
        String named = System.getProperty("sextant.reference", System.getenv().getOrDefault("SEXTANT_REFERENCE", ""));
        return named.isEmpty() ? repository().resolveSibling("shared") : Path.of(named);
    }

    private static Path repository() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        return at == null ? Path.of("").toAbsolutePath() : at;
    }
}
