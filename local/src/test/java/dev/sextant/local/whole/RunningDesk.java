package dev.sextant.local.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@code sextant up} in a process of its own, watched from outside. */
final class RunningDesk implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_S = 420;
    private static final long LOOK_EVERY_MS = 25;

    private final Process process;
    private final Path out;
    private final Path err;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningDesk(Process process, Path out, Path err, int port) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.port = port;
    }

    /** Starts it on a free port and waits until its dashboard's address is there. */
    static RunningDesk up(Path folder, String... options) throws IOException, InterruptedException {
        return up(new CommandLine(folder.resolve("state")), folder, options);
    }

    static RunningDesk up(CommandLine sextant, Path folder, String... options)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> arguments = new ArrayList<>(List.of("up", "--port", Integer.toString(port)));
        arguments.addAll(List.of(options));
        Path out = Files.createTempFile(folder, "up", ".out");
        Path err = Files.createTempFile(folder, "up", ".err");
        Process process = sextant.start(out, err, arguments.toArray(String[]::new));
        RunningDesk desk = new RunningDesk(process, out, err, port);
        desk.awaitSaid("dashboard ");
        return desk;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String said() throws IOException {
        return Files.readString(out);
    }

    void awaitSaid(String text) throws InterruptedException {
        await("'" + text + "'", () -> read(out).contains(text));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for something that comes by itself; fails when the desk ends before, or after seven minutes. */
    void await(String what, BooleanSupplier condition) throws InterruptedException {
        long untilNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > untilNanos) {
                throw new AssertionError("waited for " + what + "; the desk said: " + read(out) + read(err));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    JsonNode get(String path) {
        try {
            HttpResponse<String> reply = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }

    /** All pages of a list, newest first. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "limit=500" + cursor);
            page.path("items").forEach(items::add);
            cursor = page.path("next_cursor").isTextual()
                    ? "&cursor=" + page.path("next_cursor").textValue()
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM; returns the JSON line that ends its output. */
    JsonNode stop() throws IOException, InterruptedException {
        process.destroy();
        return end();
    }

    /** Waits for its own end and returns the JSON line. */
    JsonNode end() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("the desk did not stop; it said: " + read(out) + read(err));
        }
        return JSON.readTree(said().lines().toList().getLast());
    }

    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.shutdownNow();
    }
}
