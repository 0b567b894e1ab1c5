package dev.sextant.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server process that a data directory's {@code postmaster.pid} names. */
final class Postmaster {

    private static final long POLITE_SECONDS = 5;
    private static final long FORCED_SECONDS = 5;
    private static final long STOP_SECONDS = 15;

    private Postmaster() {}

    /** The pid in the file's first line, or empty when there is no such file. */
    static Optional<Long> pid(Path dataDirectory) throws IOException {
        Path file = pidFile(dataDirectory);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        String first = lines.isEmpty() ? "" : lines.getFirst().strip();
        return first.matches("\\d{1,10}") ? Optional.of(Long.parseLong(first)) : Optional.empty();
    }

    /**
     * Clears the way for a new server: stops an orphan of ours on this directory, and removes the file of one that is
     * gone (a pid that now belongs to some other program would keep PostgreSQL from starting). Call only with the
     * directory's lock held.
     */
    static void stopOrphan(Path dataDirectory) throws IOException {
        Optional<ProcessHandle> process = pid(dataDirectory).flatMap(ProcessHandle::of);
        if (process.isPresent() && isPostgresOn(process.get(), dataDirectory)) {
            stop(process.get());
        }
        Files.deleteIfExists(pidFile(dataDirectory));
    }

    private static boolean isPostgresOn(ProcessHandle process, Path dataDirectory) {
        boolean postgres = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        // Where the system hides arguments, the name and the pid file must do.
        boolean here = process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(dataDirectory.toString()))
                .orElse(true);
        return postgres && here;
    }

    /** SIGTERM lets clients finish, and an orphan has none; SIGKILL leaves recovery to the next start. */
    private static void stop(ProcessHandle process) {
        process.destroy();
        if (!ended(process, POLITE_SECONDS)) {
            process.destroyForcibly();
            if (!ended(process, FORCED_SECONDS)) {
                throw new PostgresException(
                        "the database of an earlier run (process " + process.pid() + ") does not stop: end it by hand",
                        null);
            }
        }
    }

    /** Waits for a server that was told to stop; false when it is still writing its data out after that. */
    static boolean awaitEnd(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> ended(process, STOP_SECONDS))
                .orElse(true);
    }

    private static boolean ended(ProcessHandle process, long seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("interrupted while stopping the database of an earlier run", e);
        }
    }

    private static Path pidFile(Path dataDirectory) {
        return dataDirectory.resolve("postmaster.pid");
    }
}
