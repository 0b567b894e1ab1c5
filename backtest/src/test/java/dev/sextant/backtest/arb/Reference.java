package dev.sextant.backtest.arb;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Recorded captures beside the repository; a test that needs one which isn't there is skipped with a line saying so. */
final class Reference {

    private Reference() {}

    static Path data(String relative) {
        String named = System.getProperty(
                "SEXTANT_REFERENCE", System.getenv().getOrDefault("SEXTANT_REFERENCE", "../../shared"));
        Path path = Path.of(named, "data").resolve(relative).normalize();
        Assumptions.assumeTrue(
                Files.exists(path), () -> "skipped: no recorded data at " + path + " (set SEXTANT_REFERENCE)");
        return path;
    }
}
