package dev.sextant.local.cli;

import dev.sextant.backtest.arb.ArbRun;
import dev.sextant.backtest.arb.ArbSettings;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sextant arb}: triangles in recorded books. */
@Command(
        name = "arb",
        mixinStandardHelpOptions = true,
        subcommands = {ArbLiveCommand.class, ArbSweepCommand.class},
        description = "Looks for triangles that earn something in recorded order books.",
        footer = {
            "",
            "One line per opportunity, when it is over and all about it is known. With --latency-ms each",
            "one is taken, one at a time, as far as the recorded books let it. Notes about lines that",
            "can't be used and, with --json, the report go to standard error."
        })
final class ArbCommand implements Callable<Integer> {

    /** How many lines that can't be used are shown. */
    private static final int SHOWN = 10;

    @Mixin
    private BookFiles books = new BookFiles();

    @Option(
            names = "--trace-edges",
            description = "also the best product of best prices after each update, before fees")
    private boolean traceEdges;

    @Option(names = "--out", paramLabel = "FILE", description = "writes the lines there; the report to standard output")
    private @Nullable Path out;

    @Mixin
    private ArbOptions options = new ArbOptions();

    private int problems;

    @Override
    public Integer call() {
        ArbSettings settings = options.settings(traceEdges);
        List<BookFile> files = books.open();
        if (out == null) {
            PrintStream lines = new PrintStream(System.out, false, StandardCharsets.UTF_8);
            report(run(settings, files, lines), options.json ? System.err : System.out);
            return Sextant.OK;
        }
        try (PrintStream lines = new PrintStream(Files.newOutputStream(out), false, StandardCharsets.UTF_8)) {
            report(run(settings, files, lines), System.out);
        } catch (IOException e) {
            throw UserError.failed("--out " + out + " can't be written: " + e.getMessage());
        }
        return Sextant.OK;
    }

    private List<String> run(ArbSettings settings, List<BookFile> files, PrintStream lines) {
        try {
            List<String> report = ArbRun.run(files, settings, options.json, lines::println, this::problem);
            lines.flush();
            return report;
        } catch (RecordingException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        }
    }

    private void report(List<String> report, PrintStream to) {
        if (problems > SHOWN) {
            System.err.println("sextant: … and " + (problems - SHOWN) + " more lines that can't be used");
        }
        report.forEach(to::println);
    }

    private void problem(String text) {
        if (++problems <= SHOWN) {
            System.err.println("sextant: " + text);
        }
    }
}
