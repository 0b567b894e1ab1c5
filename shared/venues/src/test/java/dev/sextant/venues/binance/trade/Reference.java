package dev.sextant.venues.binance.trade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The reference folder beside the repository. Tests that need it are skipped where it is absent. */
final class Reference {

    private Reference() {}

    static String read(String file) throws IOException {
        Path path = folder().resolve(file);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: " + path + " is not there (set SEXTANT_REFERENCE)");
        return Files.readString(path);
    }

    static String sample(String name) throws IOException {
        return read("protocols/samples/binance-futures/" + name + ".json");
    }

    private static Path folder() {
        String named = firstOf(System.getProperty("SEXTANT_REFERENCE"), System.getenv("SEXTANT_REFERENCE"));
        if (named != null) {
            return Path.of(named);
        }
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("mvnw"))) {
            Path parent = root.getParent();
            if (parent == null) {
                return Path.of("shared");
            }
            root = parent;
        }
        return root.resolveSibling("shared");
    }

    private static @Nullable String firstOf(@Nullable String a, @Nullable String b) {
        return a == null ? b : a;
    }
}
