package dev.sextant.infra.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build leaves for deployment, by where it lies in the repository. Lambda takes a folder with the jars in
 * {@code lib}; so does the ingest's image.
 *
 * @param root the repository
 */
public record Artifacts(Path root) {

    /**
     * The folder that becomes a function's archive.
     *
     * @param function for example {@code risk-check}
     * @throws MissingArtifactException when it is not built
     */
    public String function(String function) {
        Path folder = root.resolve("functions").resolve(function).resolve("target/lambda");
        requireJars(folder.resolve("lib"), "the jars of " + function);
        return folder.toString();
    }

    /** The folder of the containers' Dockerfile, the jars of the three programs beneath. */
    public String ingestImage() {
        Path folder = root.resolve("ingest-fargate");
        require(folder.resolve("Dockerfile"), "the image of the ingest");
        requireJars(folder.resolve("target/image/lib"), "the jars of the ingest");
        requireJars(folder.resolve("recorder/target/image/lib"), "the jars of the recorder");
        requireJars(folder.resolve("direct/target/image/lib"), "the jars of the direct lane");
        return folder.toString();
    }

    /** The folder of the dashboard's pages. */
    public String dashboard() {
        Path folder = root.resolve("dashboard/dist");
        require(folder.resolve("index.html"), "the dashboard");
        return folder.toString();
    }

    private void require(Path file, String what) {
        if (!Files.exists(file)) {
            throw new MissingArtifactException(root.relativize(file), what);
        }
    }

    private void requireJars(Path folder, String what) {
        require(folder, what);
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            if (!jars.iterator().hasNext()) {
                throw new MissingArtifactException(root.relativize(folder).resolve("*.jar"), what);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " can't be read", e);
        }
    }
}
