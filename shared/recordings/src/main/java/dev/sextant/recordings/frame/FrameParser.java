package dev.sextant.recordings.frame;

import dev.sextant.recordings.input.LineReader;
import dev.sextant.recordings.row.RecordParser;
import dev.sextant.recordings.row.Row;
import dev.sextant.venues.http.MalformedJson;
import java.util.List;

/** Reads the lines of a file of frames of one venue. */
final class FrameParser implements RecordParser {

    private static final long SILENCE_MS = 5_000;

    private final FrameReader reader;
    private final boolean hasReceiptTime;

    FrameParser(FrameReader reader, boolean hasReceiptTime) {
        this.reader = reader;
        this.hasReceiptTime = hasReceiptTime;
    }

    @Override
    public Row parse(String line) {
        if (line.isBlank()) {
            return new Row.Aside(Row.Apart.BLANK);
        }
        if (Envelope.isOwnLine(line)) {
            return new Row.Aside(Row.Apart.RECORDER);
        }
        if (line.length() > LineReader.MAX_CHARS) {
            return new Row.Malformed("is longer than " + LineReader.MAX_CHARS + " characters");
        }
        try {
            return reader.read(Envelope.of(line));
        } catch (MalformedJson | IllegalArgumentException e) {
            return new Row.Malformed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String timeBasis() {
        return reader.venueTime() + (hasReceiptTime ? "; the file's clock is the receipt time of each line" : "");
    }

    @Override
    public List<String> notes() {
        return reader.notes();
    }

    @Override
    public long silenceMs() {
        return SILENCE_MS;
    }
}
