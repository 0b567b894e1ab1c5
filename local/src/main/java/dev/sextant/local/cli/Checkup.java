package dev.sextant.local.cli;

import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The doctor's checks. Each says in one line what it found, and what to do when it is wrong. */
final class Checkup {

    /** @param detail what was found, or what to do */
    record Finding(String check, boolean ok, String detail) {}

    private static final long FREE_BYTES = 1L << 30;
    private static final int JAVA = 25;

    private final Path home;
    private final Path state;
    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    Checkup(Path home, Path state, Settings settings) {
        this.home = home;
        this.state = state;
        this.settings = settings;
    }

    List<Finding> run() {
        int java = Runtime.version().feature();
        add("java", java == JAVA, "Java " + java + (java == JAVA ? "" : ", expected " + JAVA));
        node();
        Path emulator = home.resolve("local/kinesis-emulator/node_modules/kinesalite");
        add(
                "kinesis",
                Files.exists(emulator),
                Files.exists(emulator)
                        ? "emulator installed"
                        : "emulator missing: run local/kinesis-emulator/install.sh");
        Path page = home.resolve("dashboard/dist/index.html");
        add(
                "dashboard",
                Files.exists(page),
                Files.exists(page) ? "built" : "not built: run ./mvnw -DskipTests package");
        stateFolder();
        port();
        Path capture = settings.path(Key.CAPTURE, home);
        add("capture", Files.isReadable(capture), capture + (Files.isReadable(capture) ? "" : ": no such file"));
        strategies();
        return findings;
    }

    private void node() {
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            String version =
                    new String(node.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
            boolean ended = node.waitFor(5, TimeUnit.SECONDS);
            add("node", ended && node.exitValue() == 0, "Node.js " + version);
        } catch (IOException e) {
            add(
                    "node",
                    false,
                    "Node.js was not found: install Node.js 20 or newer (Debian: apt-get install nodejs npm)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            add("node", false, "interrupted");
        }
    }

    private void stateFolder() {
        try {
            Files.createDirectories(state);
            long free = Files.getFileStore(state).getUsableSpace();
            add(
                    "state",
                    Files.isWritable(state) && free > FREE_BYTES,
                    state + ", " + (free >> 20) + " MiB free"
                            + (free > FREE_BYTES ? "" : ", expected more than " + (FREE_BYTES >> 20)));
        } catch (IOException e) {
            add("state", false, state + " can't be used: " + e.getMessage());
        }
    }

    private void port() {
        int port = settings.number(Key.PORT);
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            add("port", true, socket.getLocalPort() + " is free");
        } catch (IOException e) {
            add("port", false, port + " is taken: stop what listens there, or use --port");
        }
    }

    private void strategies() {
        Path folder = settings.path(Key.STRATEGIES, home);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(StrategyFolder::isStrategy).sorted().toList();
            found.forEach(StrategyPaths::read);
            add("strategies", !found.isEmpty(), found.size() + " valid in " + folder);
        } catch (IOException e) {
            add("strategies", false, folder + " can't be read: " + e.getMessage());
        } catch (UserError e) {
            add("strategies", false, String.valueOf(e.getMessage()));
        }
    }

    private void add(String check, boolean ok, String detail) {
        findings.add(new Finding(check, ok, detail));
    }
}
