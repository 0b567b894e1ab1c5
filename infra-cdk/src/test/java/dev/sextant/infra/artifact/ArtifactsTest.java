package dev.sextant.infra.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {

    @Test
    void whatIsMissingIsNamedWithTheCommandThatMakesIt(@TempDir Path empty) {
        Artifacts artifacts = new Artifacts(empty);
        assertEquals(
                "functions/risk-check/target/lambda/lib is missing (the jars of risk-check); build it with:"
                        + " ./mvnw -DskipTests package",
                problem(() -> artifacts.function("risk-check")));
        assertEquals(
                "ingest-fargate/Dockerfile is missing (the image of the ingest); build it with:"
                        + " ./mvnw -DskipTests package",
                problem(artifacts::ingestImage));
        assertEquals(
                "dashboard/dist/index.html is missing (the dashboard); build it with: ./mvnw -DskipTests package",
                problem(artifacts::dashboard));
    }

    @Test
    void theImageNeedsTheJarsOfBothPrograms(@TempDir Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("ingest-fargate/target/image/lib"));
        Files.createFile(root.resolve("ingest-fargate/Dockerfile"));
        Files.createFile(folder.resolve("ingest.jar"));
        assertEquals(
                "ingest-fargate/recorder/target/image/lib is missing (the jars of the recorder); build it with:"
                        + " ./mvnw -DskipTests package",
                problem(new Artifacts(root)::ingestImage));
    }

    @Test
    void aFolderWithoutJarsIsNoFunction(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("functions/api/target/lambda/lib"));
        assertEquals(
                "functions/api/target/lambda/lib/*.jar is missing (the jars of api); build it with:"
                        + " ./mvnw -DskipTests package",
                problem(() -> new Artifacts(root).function("api")));
    }

    private static String problem(Executable question) {
        return String.valueOf(
                assertThrows(MissingArtifactException.class, question).getMessage());
    }
}
