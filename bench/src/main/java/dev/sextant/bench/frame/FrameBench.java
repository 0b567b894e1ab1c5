package dev.sextant.bench.frame;

import dev.sextant.bench.Contender;
import dev.sextant.bench.Rounds;
import dev.sextant.bench.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Prints what a frame of Kraken's book channel costs from its bytes to a book whose checksum was verified. */
public final class FrameBench {

    private static final long SEED = 11;

    private FrameBench() {}

    /**
     * @param args how many frames a round has; then, if wanted, a recorded file of the channel's frames, one a line, plain
     *     or .gz, and its symbol, price precision, quantity precision and depth
     */
    public static void main(String[] args) throws IOException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        System.out.println("clock: " + Rounds.clock() + " ns a reading");
        for (int depth : new int[] {10, 100, 1000}) {
            compare("made up", new FrameMaker(depth, SEED).make(count));
        }
        if (args.length == 6) {
            compare("recorded", recorded(args));
        } else if (args.length > 1) {
            throw new IllegalArgumentException("arguments " + String.join(" ", args)
                    + ", expected: frames [file symbol price-precision quantity-precision depth]");
        }
    }

    private static BookFrames recorded(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        try (InputStream bytes = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        args[1].endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8))) {
            return BookFrames.of(
                    args[2],
                    Integer.parseInt(args[3]),
                    Integer.parseInt(args[4]),
                    Integer.parseInt(args[5]),
                    lines.lines().toList());
        }
    }

    private static void compare(String what, BookFrames frames) {
        System.out.printf(
                Locale.ROOT,
                "%n%s, %s, depth %d: %d frames of %.0f bytes%n%n",
                what,
                frames.symbol(),
                frames.depth(),
                frames.updates(),
                frames.averageBytes());
        Table table = new Table(System.out, "verified");
        for (Contender contender : List.of(new OurReading(frames), new XChange(frames), new PlainReading(frames))) {
            int part =
                    contender instanceof OurReading || frames.depth() < 1000 ? frames.updates() : frames.updates() / 8;
            table.add(contender.name(), Rounds.measure(contender, part));
        }
    }
}
