package dev.sextant.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in an artifact, and what must not be. */
class ArtifactTest {

    private static final long LAMBDA_LIMIT = 250L << 20;

    @ParameterizedTest
    @EnumSource
    void itFitsLambdaSeveralTimes(DeployedFunction function) {
        long bytes = function.artifact().jars().stream()
                .mapToLong(ArtifactTest::size)
                .sum();
        assertTrue(bytes < LAMBDA_LIMIT / 4, () -> function + " has " + bytes + " bytes");
    }

    @ParameterizedTest
    @EnumSource
    void itHoldsItsOwnCodeOnceAndNoOtherFunctionOrTestLibrary(DeployedFunction function) {
        Artifact artifact = function.artifact();
        List<String> names = artifact.jars().stream()
                .map(jar -> jar.getFileName().toString())
                .toList();
        assertEquals(
                List.of("sextant-" + artifact.name() + "-"),
                names.stream()
                        .map(name -> name.replaceFirst("0\\.1.*", ""))
                        .filter(name -> name.matches("sextant-(api|order-placer|reconciler|risk-check|signal-scorer)-"))
                        .toList());
        assertEquals(
                List.of(),
                names.stream()
                        .filter(name -> name.matches("(junit|jqwik|opentest4j).*"))
                        .toList());
    }

    private static long size(Path jar) {
        try {
            return Files.size(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
