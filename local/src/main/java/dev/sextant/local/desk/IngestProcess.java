package dev.sextant.local.desk;

import dev.sextant.local.settings.ExchangeKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The ingest's own main class in a JVM of its own, as in the container; ended by SIGTERM so that it drains. */
final class IngestProcess implements AutoCloseable {

    private static final String MAIN = "dev.sextant.ingest.IngestMain";
    private static final long DRAIN_S = 12;

    private final Process process;

    private IngestProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it on this process's class path.
     */
    static IngestProcess start(Map<String, String> environment, Path log, Path pidFile) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx160m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dsextant.log.to=TEXT",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN));
        // It holds no key that trades, and needs none: whatever the desk was given stays with the desk.
        ExchangeKeys.withhold(builder);
        builder.environment().putAll(environment);
        endLeftOver(pidFile);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Process process = builder.start();
            Files.writeString(pidFile, identity(process.toHandle()));
            return new IngestProcess(process);
        } catch (IOException e) {
            throw new DeskException("the ingest could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * Ends the ingest that a killed desk left behind, a process with that id that began at that moment, and waits until
     * it is gone: its successor takes over its lease and its spill folder.
     */
    private static void endLeftOver(Path pidFile) {
        try {
            if (Files.exists(pidFile)) {
                String identity = Files.readString(pidFile).strip();
                ProcessHandle.of(Long.parseLong(identity.split(" ", -1)[0]))
                        .filter(left -> identity(left).equals(identity))
                        .ifPresent(IngestProcess::end);
                Files.delete(pidFile);
            }
        } catch (IOException | NumberFormatException e) {
            throw new DeskException(pidFile + " can't be used: " + e.getMessage() + "; remove it", e);
        }
    }

    private static void end(ProcessHandle left) {
        left.destroyForcibly();
        try {
            left.onExit().get(DRAIN_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new DeskException("the ingest of a killed desk, process " + left.pid() + ", does not end: end it", e);
        }
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end; returns its exit code. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
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
