package dev.sextant.local.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a state folder keeps its database.
 *
 * @param state the state folder
 * @param data PostgreSQL's data directory
 * @param log the server's log
 * @param complete present once the server has come up on this data for the first time
 */
record PostgresFiles(Path state, Path data, Path log, Path complete) {

    static PostgresFiles in(Path stateDirectory) {
        Path state = stateDirectory.toAbsolutePath().normalize();
        Path data = state.resolve("postgres");
        return new PostgresFiles(state, data, state.resolve("postgres.log"), state.resolve("postgres.complete"));
    }

    DirectoryLock lock() {
        try {
            Files.createDirectories(state);
            return DirectoryLock.acquire(state.resolve("postgres.lock"));
        } catch (IOException e) {
            throw new PostgresException("cannot use the state folder " + state + ": " + e.getMessage(), e);
        }
    }

    /** Stops an orphan and clears away an initialisation that was cut short, which holds nothing yet. */
    void prepare() throws IOException {
        if (!Files.exists(complete)) {
            removeData();
        }
        Files.createDirectories(data);
        Postmaster.stopOrphan(data);
        clearLog();
    }

    /** Starts the log anew. */
    void clearLog() throws IOException {
        Files.deleteIfExists(log);
        Files.createFile(log);
    }

    void markComplete() throws IOException {
        if (!Files.exists(complete)) {
            Files.createFile(complete);
        }
    }

    void removeData() throws IOException {
        Files.deleteIfExists(complete);
        if (!Files.exists(data)) {
            return;
        }
        Postmaster.stopOrphan(data);
        try (Stream<Path> tree = Files.walk(data)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /**
     * The failure in one line, with the server's own last complaint where it made one. Only a server that ended over its
     * own files is a reason to remove them; one that was merely slow is not.
     */
    PostgresException cannotStart(Throwable cause) {
        Optional<String> complaint = lastComplaint();
        if (complaint.isEmpty()) {
            String reason =
                    String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
            return new PostgresException(
                    "the database in " + data + " did not start: " + reason + "; see " + log, cause);
        }
        String reason = complaint.get();
        if (reason.contains("cannot be run as root") || reason.contains("\"root\" execution")) {
            return new PostgresException(
                    "PostgreSQL does not run as root here: start the desk as an ordinary user", cause);
        }
        if (reason.contains("TCP/IP sockets")) {
            return new PostgresException("the database found no free port on 127.0.0.1: try again", cause);
        }
        if (reason.contains("No space left on device")) {
            return new PostgresException(
                    "no space left for the database in " + data + ": free some and try again", cause);
        }
        if (!Files.exists(complete)) {
            return new PostgresException("cannot create the database in " + data + ": " + reason, cause);
        }
        return new PostgresException(
                "cannot start the database in " + data + " (" + reason + "): remove " + data + " or start with --fresh",
                cause);
    }

    /** The last line of the log that is FATAL, PANIC or an error of a tool, except that it is not ready yet. */
    private Optional<String> lastComplaint() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return lines.reversed().stream()
                    .filter(line -> line.matches(".*(FATAL|PANIC|fatal|error):.*"))
                    .filter(line -> !line.contains("the database system is "))
                    .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|fatal|error):\\s*", ""))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
