package dev.sextant.local.kinesis;

import dev.sextant.local.settings.ExchangeKeys;
import dev.sextant.platform.stream.KinesisClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * A running emulator. Its data lies under the state folder and outlives both it and the desk. It ends when closed, and by
 * itself as soon as this process dies in whatever way: its standard input ends then.
 */
public final class KinesisEmulator implements AutoCloseable {

    private static final long READY_WITHIN_S = 10;
    private static final long STOP_WITHIN_S = 5;

    private final Process process;
    private final ProcessFile processFile;
    private final URI endpoint;

    private KinesisEmulator(Process process, ProcessFile processFile, URI endpoint) {
        this.process = process;
        this.processFile = processFile;
        this.endpoint = endpoint;
    }

    /**
     * Starts the emulator, waits until it answers (at most 10 s) and creates the streams. An emulator that a killed desk
     * left behind on this folder is ended first.
     *
     * @throws EmulatorException in one line, when that fails
     */
    public static KinesisEmulator start(EmulatorSettings settings) {
        checkInstalled(settings);
        ProcessFile processFile = new ProcessFile(settings);
        processFile.endLeftOver();
        Process process = launch(settings);
        URI endpoint = URI.create("http://127.0.0.1:" + readyPort(settings, process));
        processFile.write(process.toHandle(), ProcessHandle.current());
        KinesisEmulator emulator = new KinesisEmulator(process, processFile, endpoint);
        try (KinesisClient client = emulator.newClient()) {
            StreamSetup.ensure(client, settings.streams());
            return emulator;
        } catch (SdkException e) {
            emulator.close();
            throw new EmulatorException("the Kinesis emulator did not create its streams: " + e.getMessage(), e);
        }
    }

    private static void checkInstalled(EmulatorSettings settings) {
        Path home = settings.home();
        if (!Files.exists(settings.server())) {
            throw new EmulatorException("the Kinesis emulator is not in " + home + ": expected server.js there");
        }
        if (!Files.exists(home.resolve("node_modules/kinesalite"))) {
            throw new EmulatorException(
                    "the Kinesis emulator's packages are missing: run " + home.resolve("install.sh") + " once");
        }
    }

    private static Process launch(EmulatorSettings settings) {
        List<String> command = List.of(
                settings.node(),
                settings.server().toString(),
                "--path",
                settings.dataFolder().toString(),
                "--port",
                Integer.toString(settings.port()),
                "--retention-hours",
                Integer.toString(settings.retentionHours()));
        try {
            Files.createDirectories(settings.dataFolder());
        } catch (IOException e) {
            throw new EmulatorException("the state folder " + settings.stateFolder() + " can't be created: " + e, e);
        }
        try {
            return ExchangeKeys.withhold(new ProcessBuilder(command))
                    .redirectError(
                            ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new EmulatorException(
                    "Node.js was not found as '" + settings.node() + "': install Node.js 18 or newer (Debian: apt-get"
                            + " install nodejs npm), or let AWS_ENDPOINT_URL_KINESIS name another Kinesis",
                    e);
        }
    }

    /** The port on the emulator's first line; everything after it is drained so that the emulator never blocks. */
    private static int readyPort(EmulatorSettings settings, Process process) {
        CompletableFuture<String> firstLine = new CompletableFuture<>();
        Thread.ofVirtual().name("kinesis-emulator-output").start(() -> drain(process, firstLine));
        String said;
        try {
            said = firstLine.get(READY_WITHIN_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            said = "error it did not get ready within " + READY_WITHIN_S + " s";
        } catch (ExecutionException e) {
            said = "error " + e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            said = "error the start was interrupted";
        }
        if (said.startsWith("ready ")) {
            return Integer.parseInt(said.substring("ready ".length()));
        }
        process.destroyForcibly();
        throw new EmulatorException("the Kinesis emulator did not start: "
                + (said.startsWith("error ") ? said.substring("error ".length()) : "see " + settings.log()));
    }

    private static void drain(Process process, CompletableFuture<String> firstLine) {
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            firstLine.complete(line == null ? "" : line);
            while (line != null) {
                line = output.readLine();
            }
        } catch (IOException e) {
            firstLine.completeExceptionally(e);
        }
    }

    /** Where it listens: the value for {@code AWS_ENDPOINT_URL_KINESIS}. */
    public URI endpoint() {
        return endpoint;
    }

    /** A new client of it; the caller closes it. */
    public KinesisClient newClient() {
        return KinesisClients.at(endpoint);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the process has ended, wanted or not. */
    public CompletableFuture<Void> onExit() {
        return process.onExit().thenAccept(_ -> {});
    }

    /** Ends it with its store closed. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        processFile.delete();
    }
}
