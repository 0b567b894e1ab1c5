package dev.sextant.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts the server on a free port; another one when somebody was quicker. */
final class ServerStart {

    private static final int PORT_TRIES = 3;

    /** Covers recovery after a crash; a healthy start takes about a second. */
    private static final Duration STARTUP_WAIT = Duration.ofSeconds(30);

    /** What pg_ctl says when the server has ended instead of coming up. */
    private static final String GAVE_UP = "could not start server";

    private static final long LOG_LOOK_MS = 50;

    private final PostgresFiles files;
    private final PortSource ports;

    /** Where the next port comes from; a test hands out one that is taken. */
    @FunctionalInterface
    interface PortSource {
        int next() throws IOException;
    }

    ServerStart(PostgresFiles files, PortSource ports) {
        this.files = files;
        this.ports = ports;
    }

    EmbeddedPostgres run() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return startWatchingTheLog(builder(ports.next()));
            } catch (IOException e) {
                Postmaster.stopOrphan(files.data());
                // The library's own lock outlives a failed start; ours is the one that counts.
                Files.deleteIfExists(files.data().resolve("epg-lock"));
                if (attempt == PORT_TRIES || !logSays("could not bind")) {
                    throw files.cannotStart(e);
                }
                files.clearLog();
            }
        }
    }

    /** The library waits its full time even for a server that has already ended, so the log is watched meanwhile. */
    private EmbeddedPostgres startWatchingTheLog(EmbeddedPostgres.Builder builder) throws IOException {
        FutureTask<EmbeddedPostgres> start = new FutureTask<>(builder::start);
        Thread.ofVirtual().start(start);
        while (true) {
            try {
                return start.get(LOG_LOOK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (logSays(GAVE_UP)) {
                    start.cancel(true);
                    throw new IOException("the server ended while starting", e);
                }
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                throw new IOException(cause.getMessage(), cause);
            } catch (InterruptedException e) {
                start.cancel(true);
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the server was starting", e);
            }
        }
    }

    private EmbeddedPostgres.Builder builder(int port) throws IOException {
        Redirect log = Redirect.appendTo(files.log().toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries().toFile())
                .setDataDirectory(files.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(STARTUP_WAIT)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_connections", "40")
                .setServerConfig("max_wal_size", "256MB")
                .setServerConfig("jit", "off")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean logSays(String words) throws IOException {
        return Files.readString(files.log(), StandardCharsets.ISO_8859_1).contains(words);
    }

    /** The extracted binaries, about 60 MB, shared by all desks of a user. */
    private static Path binaries() throws IOException {
        String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(home -> !home.isBlank())
                .orElseGet(() -> System.getProperty("user.home") + "/.cache");
        return Files.createDirectories(Path.of(cache, "sextant", "postgres"));
    }
}
