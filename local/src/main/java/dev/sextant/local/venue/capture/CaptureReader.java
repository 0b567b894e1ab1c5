package dev.sextant.local.venue.capture;

import dev.sextant.domain.market.Symbol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads captures: text files, one record a line, packed when the name ends in {@code .gz}. */
public final class CaptureReader {

    private static final int BUFFER_BYTES = 1 << 16;

    private final FrameParser parser = new FrameParser();
    private final Map<String, TapeBuilder> tapes = new TreeMap<>();
    private final List<BookSnapshot> namelessSnapshots = new ArrayList<>();

    private CaptureReader() {}

    /**
     * Reads the files of one capture; several, when the recorder kept REST answers apart.
     *
     * @throws IOException when a file can't be read
     * @throws IllegalArgumentException naming file, line and field, when a line isn't what it should be
     */
    public static Capture read(List<Path> files) throws IOException {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a capture needs at least one file");
        }
        CaptureReader reader = new CaptureReader();
        for (Path file : files) {
            reader.readFile(file);
        }
        return reader.capture(String.valueOf(files.getFirst().getFileName()));
    }

    private void readFile(Path file) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8), BUFFER_BYTES)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                CaptureLine content = CaptureLine.of(line);
                if (content != null) {
                    readLine(content, file, number);
                }
            }
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
    }

    private void readLine(CaptureLine line, Path file, int number) {
        try {
            keep(parser.parse(line.json()), line.symbol());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("capture " + file + " line " + number + ": " + e.getMessage(), e);
        }
    }

    private void keep(CapturedFrame frame, @Nullable String restSymbol) {
        switch (frame) {
            case CapturedFrame.Trade f -> tape(f.symbol()).add(f.trade());
            case CapturedFrame.Aggregate f -> tape(f.symbol()).add(f.trade());
            case CapturedFrame.Top f -> tape(f.symbol()).add(f.top());
            case CapturedFrame.Diff f -> tape(f.symbol()).add(f.diff());
            case CapturedFrame.Snapshot f -> {
                if (restSymbol == null) {
                    namelessSnapshots.add(f.snapshot());
                } else {
                    tape(restSymbol).add(f.snapshot());
                }
            }
            case CapturedFrame.Other _ -> {}
        }
    }

    private TapeBuilder tape(String symbol) {
        return tapes.computeIfAbsent(symbol, name -> new TapeBuilder(new Symbol(name)));
    }

    private Capture capture(String name) {
        if (!namelessSnapshots.isEmpty() && tapes.size() != 1) {
            throw new IllegalArgumentException("capture " + name + " has a depth snapshot without a symbol and "
                    + tapes.size() + " symbols, expected exactly one");
        }
        tapes.values().forEach(tape -> namelessSnapshots.forEach(tape::add));
        return new Capture(name, tapes.values().stream().map(TapeBuilder::build).toList());
    }
}
