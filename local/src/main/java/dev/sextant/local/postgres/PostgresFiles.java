package dev.sextant.local.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** The failure in one line, with the server's own last complaint where it made one. */
    PostgresException cannotStart(@Nullable Throwable cause) {
        Optional<String> complaint = lastComplaint();
        String reason =
                complaint.orElseGet(() -> cause == null ? "no reason given" : String.valueOf(cause.getMessage()));
        if (reason.contains("cannot be run as root") || reason.contains("\"root\" execution")) {
            return new PostgresException(
                    "PostgreSQL does not run as root here: start the desk as an ordinary user", cause);
        }
        if (!Files.exists(complete)) {
            return new PostgresException("cannot create the database in " + data + ": " + reason, cause);
        }
        return new PostgresException(
                "cannot start the database in " + data + " (" + reason + "): remove " + data + " or start with --fresh",
                cause);
    }

    /** The last line of the log that is FATAL, PANIC or an error of a tool. */
    private Optional<String> lastComplaint() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return lines.reversed().stream()
                    .filter(line -> line.matches(".*(FATAL|PANIC|fatal|error):.*"))
                    .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|fatal|error):\\s*", ""))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
