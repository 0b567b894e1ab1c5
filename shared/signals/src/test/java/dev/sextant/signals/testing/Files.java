package dev.sextant.signals.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the repository, its captures and the reference folder are. */
public final class Files {

    private Files() {}

    /** The repository's root: the folder above this module that holds the build's launcher. */
    public static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (java.nio.file.Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + Path.of("").toAbsolutePath() + " holds mvnw");
    }

    public static String strategy(String name) {
        return read(root().resolve("strategies").resolve(name + ".json"));
    }

    public static String read(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the reference folder; the calling test is skipped where it is absent. */
    public static Path reference(String path) {
        Path file = referenceFolder().resolve("data").resolve(path);
        assumeTrue(java.nio.file.Files.exists(file), () -> "skipped: " + file + " is absent");
        return file;
    }

    /** The BTCUSDT capture: bundled, or else in the reference folder; the calling test is skipped without either. */
    public static Path capture() {
        Path bundled = root().resolve("captures/usdm-btcusdt-20240808.gz");
        return java.nio.file.Files.exists(bundled)
                ? bundled
                : reference("binance-usdm-ws-raw/usdm-btcusdt-20240808.gz");
    }

    private static Path referenceFolder() {
        @Nullable
        String named =
                Optional.ofNullable(System.getProperty("SEXTANT_REFERENCE")).orElse(System.getenv("SEXTANT_REFERENCE"));
        return named == null ? root().resolveSibling("shared") : Path.of(named);
    }
}
