package dev.sextant.local.contract;

import dev.sextant.platform.stream.KinesisClients;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The npm package {@code kinesis-local} as a process; its data ends with it. */
record KinesisLocal(Process process, URI endpoint) implements AutoCloseable {

    private static final List<String> FILES = List.of("package.json", "package-lock.json");
    private static final long INSTALL_WITHIN_S = 60;
    private static final long READY_WITHIN_NS = TimeUnit.SECONDS.toNanos(20);

    /** Installs what the lock file names, once; skips aloud where that can't be done. */
    static Path install() throws IOException, InterruptedException {
        Path home = Path.of("target", "kinesis-local").toAbsolutePath();
        Path installed = home.resolve("node_modules/kinesis-local");
        if (!Files.exists(installed.resolve("main.js"))) {
            Files.createDirectories(home);
            for (String name : FILES) {
                try (InputStream file = KinesisLocal.class.getResourceAsStream("kinesis-local/" + name)) {
                    Files.copy(
                            Objects.requireNonNull(file, name),
                            home.resolve(name),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Assumptions.assumeTrue(
                    npmInstalls(home) && Files.exists(installed.resolve("main.js")),
                    "skipped: npm could not install kinesis-local, see " + home.resolve("npm.log"));
        }
        return installed;
    }

    private static boolean npmInstalls(Path home) throws InterruptedException {
        try {
            Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("npm.log").toFile())
                    .start();
            boolean ended = npm.waitFor(INSTALL_WITHIN_S, TimeUnit.SECONDS);
            npm.destroyForcibly();
            return ended && npm.exitValue() == 0;
        } catch (IOException e) {
            // There is no npm.
            return false;
        }
    }

    /** Starts it in its own folder, where it looks for its certificate, and waits until it answers. */
    static KinesisLocal start(Path installed, Path folder) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder("node", "main.js")
                .directory(installed.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("kinesis-local.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "KINESIS_MOCK_PLAIN_PORT", Integer.toString(port),
                        "KINESIS_MOCK_TLS_PORT", Integer.toString(freePort()),
                        "CREATE_STREAM_DURATION", "1ms",
                        "DELETE_STREAM_DURATION", "1ms",
                        "LOG_LEVEL", "ERROR"));
        // Set but empty, it would be read as a stream without a name, and the process would end.
        builder.environment().remove("INITIALIZE_STREAMS");
        KinesisLocal local = new KinesisLocal(builder.start(), URI.create("http://127.0.0.1:" + port));
        local.awaitReady(folder.resolve("kinesis-local.log"));
        return local;
    }

    private void awaitReady(Path log) throws IOException {
        long startedNs = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - startedNs > READY_WITHIN_NS) {
                close();
                throw new IllegalStateException("kinesis-local did not start:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private boolean answers() {
        try (KinesisClient client = KinesisClients.at(endpoint)) {
            client.listStreams();
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    /** It can't be asked for a free port, so one is looked for. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
