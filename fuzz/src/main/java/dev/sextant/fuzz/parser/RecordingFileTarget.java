package dev.sextant.fuzz.parser;

import static dev.sextant.fuzz.PropertyBroken.unless;

import dev.sextant.domain.market.Symbol;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.recordings.Recording;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.trades.TradeFile;
import dev.sextant.recordings.trades.TradeFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Recordings as files, packed ones among them: recognised, reported on, and read for their trades. The first line is the
 * file's name's ending. Only {@link RecordingException} and {@link TradeFileException}; trades come with rising ids. Slow,
 * because each input is written to disk.
 */
public final class RecordingFileTarget implements FuzzTarget {

    private static final Symbol SYMBOL = new Symbol("BTCUSDT");

    private final Path folder;

    public RecordingFileTarget() {
        try {
            Path memory = Path.of("/dev/shm");
            this.folder = Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "sextant-fuzz")
                    : Files.createTempDirectory("sextant-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "recording-file";
    }

    @Override
    public long maxAllocatedBytes(int inputBytes) {
        return (64L << 20) + 10_000L * inputBytes;
    }

    @Override
    public Verdict check(byte[] input) {
        Path file = folder.resolve("BTCUSDT-" + ending(input));
        try {
            Files.write(file, input.length == 0 ? input : java.util.Arrays.copyOfRange(input, 1, input.length));
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ending(byte[] input) {
        return switch (input.length == 0 ? 0 : input[0]) {
            case 'g' -> "trades.csv.gz";
            case 'z' -> "trades.csv.zip";
            case 's' -> "trades.csv.zst";
            default -> "trades.csv";
        };
    }

    private static Verdict read(Path file) {
        long[] last = {-1};
        try {
            Recording recording = Recording.open(file);
            recording.read(OptionalLong.empty(), _ -> true);
            TradeFile.Reading reading = TradeFile.read(file, SYMBOL, trade -> {
                unless(trade.aggId() > last[0], "trades come with rising ids");
                last[0] = trade.aggId();
            });
            return new Verdict.Accepted(recording.format() + " " + Math.min(2, reading.trades()));
        } catch (RecordingException | TradeFileException e) {
            return Verdict.refused(e);
        }
    }
}
