package dev.sextant.recorder;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** DynamoDB Local in memory, on a free port. */
final class LocalDynamo implements AutoCloseable {

    private static final Path SQLITE = Path.of("target/sqlite").toAbsolutePath();

    private final DynamoDBProxyServer server;
    private final URI endpoint;

    private LocalDynamo(DynamoDBProxyServer server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /** Skips the test, saying why, where SQLite's native library does not exist for this machine. */
    static LocalDynamo start() throws Exception {
        String machine = System.getProperty("os.name").toLowerCase(Locale.ROOT) + " " + System.getProperty("os.arch");
        assumeTrue(
                machine.equals("linux amd64") && Files.isDirectory(SQLITE),
                "DynamoDB Local has no native SQLite for " + machine + " in " + SQLITE);
        System.setProperty("sqlite4java.library.path", SQLITE.toString());
        int port = freePort();
        // No telemetry: it would tell about each start over the network.
        DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(
                new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
        server.start();
        return new LocalDynamo(server, URI.create("http://127.0.0.1:" + port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            // The server declares nothing narrower; a server that can't stop ends with the process.
            throw new AssertionError("DynamoDB Local did not stop", e);
        }
    }
}
