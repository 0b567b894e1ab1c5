package dev.sextant.local.cli;

import dev.sextant.local.doctor.Finding;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the desk needs of the machine and of the build, in every mode. */
final class Checkup {

    private static final int JAVA = 25;

    private final Path home;
    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    Checkup(Path home, Settings settings) {
        this.home = home;
        this.settings = settings;
    }

    List<Finding> run() {
        int java = Runtime.version().feature();
        add("java", java == JAVA, "Java " + java, "use a JDK " + JAVA);
        node();
        add(
                "kinesis",
                Files.exists(home.resolve("local/kinesis-emulator/node_modules/kinesalite")),
                "the emulator of the streams",
                "run local/kinesis-emulator/install.sh");
        add(
                "dashboard",
                Files.exists(home.resolve("dashboard/dist/index.html")),
                "its page",
                "run ./mvnw -DskipTests package");
        port();
        return findings;
    }

    private void node() {
        String mend = "install Node.js 20 or newer (Debian: apt-get install nodejs npm)";
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = node.waitFor(5, TimeUnit.SECONDS);
            add("node", ended && node.exitValue() == 0, "Node.js " + version, mend);
        } catch (IOException e) {
            add("node", false, "Node.js was not found", mend);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            add("node", false, "interrupted", "");
        }
    }

    private void port() {
        int port = settings.number(Key.PORT);
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            add("port", true, socket.getLocalPort() + " is free", "");
        } catch (IOException e) {
            add("port", false, port + " is taken", "stop what listens there, or use --port");
        }
    }

    /** A capture is what a desk on paper plays when nobody names anything else. */
    Finding capture() {
        Path capture = settings.path(Key.CAPTURE, home);
        return Files.isReadable(capture)
                ? Finding.pass("capture", capture.toString())
                : Finding.fail("capture", capture + ": no such file", "set desk.capture");
    }

    private void add(String check, boolean ok, String detail, String mend) {
        findings.add(ok ? Finding.pass(check, detail) : Finding.fail(check, detail, mend));
    }
}
