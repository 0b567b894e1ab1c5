package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The ingest's own main class in a JVM of its own, as in the container; ended by SIGTERM so that it drains. */
final class IngestProcess implements AutoCloseable {

    private static final long DRAIN_S = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final URI health;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private volatile JsonNode lastHealth = JsonNodeFactory.instance.objectNode();

    private IngestProcess(Process process, URI health) {
        this.process = process;
        this.health = health;
    }

    /**
     * Starts it on this process's class path.
     *
     * @param health where it answers about itself
     */
    static IngestProcess start(Map<String, String> environment, URI health, Path log) {
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
            return new IngestProcess(builder.start(), health);
        } catch (IOException e) {
            throw new DeskException("the ingest could not be started: " + e.getMessage(), e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it says of itself now, or said last. */
    JsonNode health() {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(health)
                            .timeout(Duration.ofSeconds(1))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            lastHealth = JSON.readTree(answer.body());
        } catch (IOException e) {
            // It is starting or ending; what it said last still stands.
            return lastHealth;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lastHealth;
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
