package dev.sextant.local.venue.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Recorded data that lies beside the repository; tests that need it are skipped where it is missing. */
public final class ReferenceData {

    private ReferenceData() {}

    /** A folder of the reference data, or a skipped test. */
    public static Path folder(String name) {
        String root = System.getProperty(
                "SEXTANT_REFERENCE", System.getenv().getOrDefault("SEXTANT_REFERENCE", "../../shared"));
        Path folder = Path.of(root).resolve("data").resolve(name);
        Assumptions.assumeTrue(
                Files.isDirectory(folder),
                () -> "reference data is missing: " + folder.toAbsolutePath() + " (set SEXTANT_REFERENCE)");
        return folder;
    }
}
