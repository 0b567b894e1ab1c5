package dev.sextant.local.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The ingest's own main class in a JVM of its own, as in the container; ended by SIGTERM so that it drains. */
final class IngestProcess implements AutoCloseable {

    private static final long DRAIN_S = 12;

    private final Process process;

    private IngestProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it on this process's class path.
     */
    static IngestProcess start(Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx160m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sextant.ingest.IngestMain"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return new IngestProcess(builder.start());
        } catch (IOException e) {
            throw new DeskException("the ingest could not be started: " + e.getMessage(), e);
        }
    }

    /** Lets it put what it holds on the streams, then ends it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(DRAIN_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
