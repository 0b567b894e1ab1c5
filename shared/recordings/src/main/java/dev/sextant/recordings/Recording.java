package dev.sextant.recordings;

import dev.sextant.recordings.check.FileCheck;
import dev.sextant.recordings.check.IntervalSample;
import dev.sextant.recordings.check.LoadReport;
import dev.sextant.recordings.csv.CsvFormat;
import dev.sextant.recordings.document.DocumentFormat;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.frame.FrameFormat;
import dev.sextant.recordings.input.DamagedInputException;
import dev.sextant.recordings.input.Head;
import dev.sextant.recordings.input.PackedFile;
import dev.sextant.recordings.input.Records;
import dev.sextant.recordings.row.RecordParser;
import dev.sextant.recordings.row.RecordingFormat;
import dev.sextant.recordings.row.Row;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A file of recorded market data whose dialect is known. Reading is one pass over a stream in bounded memory, after a look
 * at the beginning; nothing depends on the file's size. Called by commands, and by what plays or studies recordings.
 */
public final class Recording {

    private static final List<RecordingFormat> FORMATS = Stream.of(
                    CsvFormat.all(), FrameFormat.all(), DocumentFormat.all())
            .flatMap(List::stream)
            .toList();

    /** Takes every record with what it is and its line or element number; returns false to end the reading. */
    @FunctionalInterface
    public interface RowSink {
        boolean accept(long number, Row row);
    }

    private final Path file;
    private final RecordingFormat format;
    private final RecordParser parser;

    private Recording(Path file, RecordingFormat format, RecordParser parser) {
        this.file = file;
        this.format = format;
        this.parser = parser;
    }

    /**
     * Recognises a file by its content.
     *
     * @throws RecordingException when it is missing, empty, damaged, binary or of no known format
     */
    public static Recording open(Path file) throws RecordingException {
        try {
            if (Files.isDirectory(file)) {
                throw new RecordingException(file, "is a folder, expected a file");
            }
            Head head = Head.of(file);
            for (RecordingFormat format : FORMATS) {
                RecordParser parser = format.recognise(head);
                if (parser != null) {
                    return new Recording(file, format, parser);
                }
            }
            throw new RecordingException(file, "is of no known format, it starts with '" + head.shown() + "'");
        } catch (IOException e) {
            throw failure(file, 0, "line", e);
        }
    }

    /** The dialect's name. */
    public String format() {
        return format.name();
    }

    /** True for a recording of what came over the network, where a broken frame is nobody's mistake. */
    public boolean holdsFrames() {
        return format instanceof FrameFormat;
    }

    /**
     * Reads the file, gives the events of every kept row to the sink in the file's order and reports on what was read.
     *
     * @param silenceMs silence worth counting, or empty for the format's own threshold
     * @param sink takes events; false ends the reading
     * @throws RecordingException when the file turns out to be damaged or cut off
     */
    public LoadReport read(OptionalLong silenceMs, Predicate<RecordedEvent> sink) throws RecordingException {
        FileCheck check = new FileCheck(interval(), silenceMs.orElse(parser.silenceMs()), sink);
        rows((number, row) -> {
            check.take(number, row);
            return check.wantsMore();
        });
        return check.report(file.toString(), format.name(), parser);
    }

    private OptionalLong interval() throws RecordingException {
        IntervalSample sample = new IntervalSample();
        rows((number, row) -> sample.wantsMoreAfter(row));
        return sample.intervalMs();
    }

    /** Gives every record as it is, unjudged. */
    public void rows(RowSink sink) throws RecordingException {
        long[] read = new long[1];
        Records records = format.records();
        try (PackedFile packed = PackedFile.open(file)) {
            records.read(packed.content(), (number, record) -> {
                read[0] = number;
                return sink.accept(number, parser.parse(record));
            });
        } catch (IOException e) {
            throw failure(file, read[0], records.unit(), e);
        }
    }

    private static RecordingException failure(Path file, long read, String unit, IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> new RecordingException(file, "no such file");
            case DamagedInputException damaged -> new RecordingException(file, String.valueOf(damaged.getMessage()));
            case EOFException cut -> new RecordingException(file, "is cut off after " + unit + " " + read);
            default ->
                new RecordingException(
                        file,
                        "can't be read after " + unit + " " + read + ": "
                                + String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("damaged"));
        };
    }
}
