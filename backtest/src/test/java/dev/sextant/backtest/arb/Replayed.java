package dev.sextant.backtest.arb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A replay and all it said. */
final class Replayed {

    static final ArbSettings FREE = settings(0, OptionalLong.empty());

    final List<JsonNode> lines = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final JsonNode report;

    private Replayed(List<BookFile> files, ArbSettings settings) throws IOException, RecordingException {
        ObjectMapper json = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        report = json.readTree(
                ArbRun.run(files, settings, true, texts::add, problems::add).getFirst());
        for (String text : texts) {
            lines.add(json.readTree(text));
        }
    }

    static Replayed files(ArbSettings settings, Path... files) throws IOException, RecordingException {
        List<BookFile> open = new ArrayList<>();
        for (Path file : files) {
            open.add(BookFile.open(file, null));
        }
        return new Replayed(open, settings);
    }

    static Replayed events(Path folder, ArbSettings settings, String events) throws IOException, RecordingException {
        return files(settings, Files.writeString(folder.resolve("books.jsonl"), events));
    }

    static ArbSettings settings(int feePpm, OptionalLong latencyMs) {
        return new ArbSettings(
                feePpm,
                new DetectorLimits(0, 50_000, 1000, 1000),
                List.of("USD", "EUR"),
                3,
                true,
                ArbSettings.Unwind.USUAL,
                latencyMs);
    }

    /** The lines with this field. */
    List<JsonNode> with(String field) {
        return lines.stream().filter(line -> line.has(field)).toList();
    }
}
