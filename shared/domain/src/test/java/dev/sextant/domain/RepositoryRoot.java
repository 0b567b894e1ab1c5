package dev.sextant.domain;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies, for tests that hold code and pages together. */
public final class RepositoryRoot {

    private RepositoryRoot() {}

    /** The folder above this one that has the {@code mvnw} script. */
    public static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new AssertionError("no folder above " + Path.of("").toAbsolutePath() + " has the mvnw script");
            }
            folder = parent;
        }
        return folder;
    }
}
