package dev.sextant.fuzz.parser;

import static dev.sextant.fuzz.PropertyBroken.unless;

import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.recordings.csv.CsvFormat;
import dev.sextant.recordings.document.DocumentFormat;
import dev.sextant.recordings.event.EventJson;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.frame.FrameFormat;
import dev.sextant.recordings.input.Head;
import dev.sextant.recordings.row.RecordParser;
import dev.sextant.recordings.row.RecordingFormat;
import dev.sextant.recordings.row.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dialects of recordings, in memory: the first line is the file's name, the rest its content. Recognising never fails;
 * reading only with an {@link IOException}; a row that is wrong is {@link Row.Malformed} with a short reason; an event can
 * be written as JSON.
 */
public final class RecordingTarget implements FuzzTarget {

    private static final List<RecordingFormat> FORMATS = Stream.of(
                    CsvFormat.all(), FrameFormat.all(), DocumentFormat.all())
            .flatMap(List::stream)
            .toList();

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public long maxAllocatedBytes(int inputBytes) {
        return (4L << 20) + 4_000L * inputBytes;
    }

    @Override
    public Verdict check(byte[] input) {
        int nameEnd = 0;
        while (nameEnd < input.length && input[nameEnd] != '\n') {
            nameEnd++;
        }
        String name = new String(input, 0, nameEnd, StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOfRange(input, Math.min(input.length, nameEnd + 1), input.length);
        String text = new String(content, StandardCharsets.UTF_8);
        Head head = new Head(name, name, text.substring(0, Math.min(text.length(), Head.CHARS)));
        for (RecordingFormat format : FORMATS) {
            RecordParser parser = format.recognise(head);
            if (parser != null) {
                return read(format, parser, content);
            }
        }
        return new Verdict.Refused("of no known format");
    }

    private Verdict read(RecordingFormat format, RecordParser parser, byte[] content) {
        unless(!parser.timeBasis().isBlank() && parser.notes().size() < 100, "a parser tells of itself");
        StringBuilder shape = new StringBuilder(format.name());
        try {
            format.records().read(new ByteArrayInputStream(content), (_, record) -> {
                take(parser.parse(record), shape);
                return true;
            });
            return new Verdict.Accepted(shape.toString());
        } catch (IOException e) {
            return Verdict.refused(e);
        }
    }

    private void take(Row row, StringBuilder shape) {
        switch (row) {
            case Row.Data data -> data.events().forEach(event -> take(event, shape));
            case Row.Malformed(String reason) -> {
                unless(!reason.isBlank() && reason.length() <= 1_000, "a malformed row has a short reason");
                if (shape.length() < 60) {
                    shape.append(reason, 0, Math.min(12, reason.length()));
                }
            }
            case Row.Aside _ -> {}
        }
    }

    private static void take(RecordedEvent event, StringBuilder shape) {
        unless(EventJson.of(event).has("kind"), "an event can be written");
        if (shape.length() < 60) {
            shape.append(event.kind().wireName());
        }
    }
}
