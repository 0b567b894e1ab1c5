package dev.sextant.local.venue.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of journal entries, one a line, appended and flushed before a command takes effect. Its first line says which
 * play it belongs to; it can't be resumed with another capture, seed or account.
 */
public final class Journal implements AutoCloseable {

    private final List<JournalEntry> past;
    private final @Nullable BufferedWriter writer;

    private Journal(List<JournalEntry> past, @Nullable BufferedWriter writer) {
        this.past = List.copyOf(past);
        this.writer = writer;
    }

    /** A journal that keeps nothing. */
    public static Journal none() {
        return new Journal(List.of(), null);
    }

    /** Starts a journal over. */
    public static Journal create(Path file, String play) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file);
        writer.write(play + "\n");
        writer.flush();
        return new Journal(List.of(), writer);
    }

    /**
     * Goes on with a journal, or starts one when there is none yet. A last line cut short by a crash is dropped: its
     * command never took effect.
     *
     * @throws IllegalArgumentException when the journal belongs to another play, or isn't one
     */
    public static Journal resume(Path file, String play) throws IOException {
        if (!Files.exists(file)) {
            return create(file, play);
        }
        String text = Files.readString(file);
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(play)) {
            throw new IllegalArgumentException("journal " + file + " belongs to '"
                    + (lines.isEmpty() ? "" : lines.getFirst()) + "', expected '" + play
                    + "': remove it to start over, or resume with what it belongs to");
        }
        List<JournalEntry> past = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            past.add(parse(file, past.size() + 2, line));
        }
        Files.write(file, lines);
        return new Journal(past, Files.newBufferedWriter(file, StandardOpenOption.APPEND));
    }

    private static JournalEntry parse(Path file, int number, String line) {
        try {
            return EntryJson.read(line);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "journal " + file + " line " + number + " is no entry: " + e.getMessage(), e);
        }
    }

    /** What earlier plays wrote, in order. */
    public List<JournalEntry> past() {
        return past;
    }

    /** Writes an entry down. */
    public void append(JournalEntry entry) {
        if (writer == null) {
            return;
        }
        try {
            writer.write(EntryJson.write(entry) + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal can't be written, so the venue can't accept orders", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
