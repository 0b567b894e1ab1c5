package dev.sextant.recordings.frame;

import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.Head;
import dev.sextant.recordings.input.Records;
import dev.sextant.recordings.row.RecordParser;
import dev.sextant.recordings.row.RecordingFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recorded frames, one a line: told apart by the first frame that only one venue can have sent. */
public final class FrameFormat implements RecordingFormat {

    private static final int LINES_LOOKED_AT = 50;

    private final FrameReader reader;

    private FrameFormat(FrameReader reader) {
        this.reader = reader;
    }

    /** All dialects, in the order they are to be tried. */
    public static List<RecordingFormat> all() {
        return Stream.of(
                        new CoinbaseFrames(),
                        new KrakenChecksumCases(),
                        new KrakenV1Frames(),
                        new KrakenV2Frames(),
                        new GeminiFrames(),
                        new BinanceFrames())
                .<RecordingFormat>map(FrameFormat::new)
                .toList();
    }

    @Override
    public String name() {
        return reader.name();
    }

    @Override
    public Records records() {
        return new Records.Lines();
    }

    @Override
    public @Nullable RecordParser recognise(Head head) {
        for (String line : head.lines().stream().limit(LINES_LOOKED_AT).toList()) {
            Envelope frame = unwrapped(line);
            if (frame != null && reader.claims(frame)) {
                return new FrameParser(reader, frame.receivedMs() != RecordedEvent.NO_TIME);
            }
        }
        return null;
    }

    private static @Nullable Envelope unwrapped(String line) {
        try {
            return Envelope.isOwnLine(line) ? null : Envelope.of(line);
        } catch (IllegalArgumentException e) {
            // The file may still be of another format.
            return null;
        }
    }
}
