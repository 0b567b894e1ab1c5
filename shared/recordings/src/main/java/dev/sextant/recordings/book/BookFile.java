package dev.sextant.recordings.book;

import dev.sextant.recordings.Recording;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.LineReader;
import dev.sextant.recordings.input.PackedFile;
import dev.sextant.recordings.row.Row;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of recorded books: plain, gzip, zip or zstd. It can be read as often as one likes, each time in one pass and in
 * bounded memory.
 */
public final class BookFile {

    /** Takes each row with the number of its line; false ends the reading. */
    @FunctionalInterface
    public interface Sink {
        boolean accept(long line, BookRow row);
    }

    private final Path file;
    private final BookFormat format;

    /** The recording, or null for our own lines, which are none. */
    private final @Nullable Recording recording;

    private BookFile(Path file, BookFormat format, @Nullable Recording recording) {
        this.file = file;
        this.format = format;
        this.recording = recording;
    }

    /**
     * Opens a file.
     *
     * @param format its dialect, or null to find out
     * @throws RecordingException when it is missing, damaged, or no recording of books in that dialect
     */
    public static BookFile open(Path file, @Nullable BookFormat format) throws RecordingException {
        if (format == BookFormat.EVENTS || (format == null && looksLikeEvents(file))) {
            return new BookFile(file, BookFormat.EVENTS, null);
        }
        Recording recording = Recording.open(file);
        String found = recording.format();
        Optional<BookFormat> known = BookFormat.ofRecording(found);
        if (known.isEmpty() || (format != null && known.get() != format)) {
            String expected = format == null ? "kraken1, kraken2, gemini or events" : format.word();
            throw new RecordingException(file, "holds " + found + ", expected books as " + expected);
        }
        return new BookFile(file, known.get(), recording);
    }

    private static boolean looksLikeEvents(Path file) throws RecordingException {
        try (PackedFile packed = PackedFile.open(file)) {
            String line = new LineReader(packed.content()).next();
            return line != null && line.startsWith("{") && line.contains("\"pair\"") && line.contains("\"t\"");
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Its dialect. */
    public BookFormat format() {
        return format;
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /** Reads the file, row by row. */
    public void read(Sink sink) throws RecordingException {
        BookReader reader = format.reader();
        if (recording == null) {
            lines(reader, sink);
            return;
        }
        recording.rows((number, row) -> switch (row) {
            case Row.Malformed malformed -> sink.accept(number, new BookRow.Malformed("", malformed.reason()));
            case Row.Aside _ -> true;
            case Row.Data data -> frames(reader, number, data.events(), sink);
        });
    }

    private static boolean frames(BookReader reader, long number, List<RecordedEvent> events, Sink sink) {
        for (RecordedEvent event : events) {
            if (event instanceof RecordedEvent.Message frame && !sink.accept(number, row(reader, frame))) {
                return false;
            }
        }
        return true;
    }

    private void lines(BookReader reader, Sink sink) throws RecordingException {
        try (PackedFile packed = PackedFile.open(file)) {
            LineReader lines = new LineReader(packed.content());
            long number = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                number++;
                if (!line.isBlank() && !sink.accept(number, row(reader, bare(line)))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static RecordedEvent.Message bare(String line) {
        return new RecordedEvent.Message("", RecordedEvent.NO_TIME, "", line);
    }

    private static BookRow row(BookReader reader, RecordedEvent.Message frame) {
        try {
            return reader.read(frame);
        } catch (IllegalArgumentException e) {
            return new BookRow.Malformed(pair(reader, frame), String.valueOf(e.getMessage()));
        }
    }

    private static String pair(BookReader reader, RecordedEvent.Message frame) {
        try {
            return reader.pair(frame);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static RecordingException failure(Path file, IOException e) {
        String reason = e instanceof NoSuchFileException ? "no such file" : String.valueOf(e.getMessage());
        return new RecordingException(file, reason);
    }
}
