package dev.sextant.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A function as it is deployed.
 *
 * @param handler the class Lambda is told
 * @param folder what becomes {@code /var/task}: {@code functions/<name>/target/lambda}
 */
record Artifact(Class<?> handler, Path folder) {

    /** The artifact this very build has made of a handler's module; skips aloud where the build stopped at its classes. */
    static Artifact of(Class<?> handler) {
        Path origin = Path.of(
                handler.getProtectionDomain().getCodeSource().getLocation().getPath());
        Assumptions.assumeTrue(
                origin.endsWith(Path.of("lambda", "lib", origin.getFileName().toString())),
                () -> "skipped: " + origin + " is no artifact; run ./mvnw package or verify instead of test");
        return new Artifact(handler, origin.resolve("../..").normalize());
    }

    List<Path> jars() {
        try (Stream<Path> lib = Files.list(folder.resolve("lib"))) {
            return lib.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getName(folder.getNameCount() - 3).toString();
    }
}
