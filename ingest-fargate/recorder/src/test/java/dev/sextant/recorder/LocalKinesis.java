package dev.sextant.recorder;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sextant.platform.stream.KinesisClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The desk's own Kinesis emulator in a process, with its data in a folder; ends with this process at the latest. */
final class LocalKinesis implements AutoCloseable {

    private static final Path HOME = Path.of("../../local/kinesis-emulator");

    private final Process process;
    private final URI endpoint;

    private LocalKinesis(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Skips the test, saying why, where the emulator's packages are not installed. */
    static LocalKinesis start(Path folder) throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(HOME.resolve("node_modules/kinesalite")),
                "the Kinesis emulator's packages are missing: run local/kinesis-emulator/install.sh once");
        Process process;
        try {
            process = new ProcessBuilder(
                            "node", HOME.resolve("server.js").toString(), "--path", folder.toString(), "--port", "0")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return abort("Node.js is missing: " + e.getMessage());
        }
        return new LocalKinesis(process, URI.create("http://127.0.0.1:" + port(process)));
    }

    /** Its first line is {@code ready <port>}. */
    private static int port(Process process) throws InterruptedException {
        CompletableFuture<String> said = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader output = process.inputReader()) {
                said.complete(output.readLine());
                output.lines().forEach(_ -> {});
            } catch (IOException e) {
                said.completeExceptionally(e);
            }
        });
        try {
            return Integer.parseInt(said.get(15, TimeUnit.SECONDS).replace("ready ", ""));
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError("the Kinesis emulator did not start", e);
        }
    }

    URI endpoint() {
        return endpoint;
    }

    KinesisClient client() {
        return KinesisClients.at(endpoint);
    }

    static void createStream(KinesisClient client, String stream) {
        client.createStream(request -> request.streamName(stream).shardCount(1));
        client.waiter()
                .waitUntilStreamExists(
                        request -> request.streamName(stream),
                        wait -> wait.waitTimeout(Duration.ofSeconds(10))
                                .backoffStrategyV2(BackoffStrategy.fixedDelay(Duration.ofMillis(5)))
                                .maxAttempts(1_000));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
