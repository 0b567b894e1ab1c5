package dev.sextant.local.kinesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers which emulator process belongs to a state folder, and which desk started it, so that the next desk can end one
 * that was left behind. A process id may have been given to somebody else since: a process is ended only if its command
 * line is that of this folder's emulator.
 */
final class ProcessFile {

    private static final long END_WITHIN_S = 5;

    private final Path file;
    private final Path server;
    private final Path dataFolder;

    ProcessFile(EmulatorSettings settings) {
        this.file = settings.processFile();
        this.server = settings.server();
        this.dataFolder = settings.dataFolder();
    }

    void write(ProcessHandle emulator, ProcessHandle desk) {
        Properties lines = new Properties();
        lines.setProperty("emulator_pid", Long.toString(emulator.pid()));
        lines.setProperty("desk_pid", Long.toString(desk.pid()));
        lines.setProperty("desk_started", startedAt(desk));
        try (var out = Files.newBufferedWriter(file)) {
            lines.store(out, "The Kinesis emulator of this folder; removed on a clean stop.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends the emulator that a dead desk left behind, if there is one.
     *
     * @throws EmulatorException when a living desk uses this folder
     */
    void endLeftOver() {
        if (!Files.exists(file)) {
            return;
        }
        Properties lines = read();
        Optional<ProcessHandle> desk = process(lines, "desk_pid")
                .filter(process -> startedAt(process).equals(lines.getProperty("desk_started")));
        Optional<ProcessHandle> emulator = process(lines, "emulator_pid").filter(this::isOurs);
        if (desk.isPresent() && emulator.isPresent()) {
            throw new EmulatorException("another desk (process " + desk.get().pid() + ") is running on "
                    + file.getParent() + ": stop it first, or give this one its own state folder");
        }
        emulator.ifPresent(ProcessFile::end);
        delete();
    }

    private Properties read() {
        Properties lines = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            lines.load(in);
            return lines;
        } catch (IOException | IllegalArgumentException e) {
            throw new EmulatorException("the file " + file + " can't be read: delete it if no desk is running", e);
        }
    }

    private static Optional<ProcessHandle> process(Properties lines, String name) {
        try {
            return ProcessHandle.of(Long.parseLong(lines.getProperty(name, "0")))
                    .filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(Arrays::asList)
                .filter(arguments -> arguments.contains(server.toString()) && arguments.contains(dataFolder.toString()))
                .isPresent();
    }

    private static void end(ProcessHandle emulator) {
        emulator.destroy();
        try {
            emulator.onExit().get(END_WITHIN_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            emulator.destroyForcibly();
        } catch (ExecutionException e) {
            throw new EmulatorException(
                    "the left-over emulator, process " + emulator.pid() + ", could not be ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
