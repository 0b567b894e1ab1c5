package dev.sextant.local.cli;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.recordings.trades.TradeFile;
import dev.sextant.recordings.trades.TradeFileException;
import dev.sextant.signals.window.IndicatorCsv;
import dev.sextant.signals.window.IndicatorRow;
import dev.sextant.signals.window.IndicatorSpec;
import dev.sextant.signals.window.TradeIndicators;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant indicators}: the indicator CSV of a trade file. */
@Command(
        name = "indicators",
        mixinStandardHelpOptions = true,
        description = "Computes the 15-second indicators of a trade file and prints them as CSV.",
        footer = {
            "",
            "Reads every recording whose trades have an id and a side: Binance aggTrades CSV, captures",
            "of frames and others (docs/captures.md); gzip, zip and zstd are unpacked. Empty field: not",
            "defined yet."
        })
final class IndicatorsCommand implements Callable<Integer> {

    @Option(names = "--trades", required = true, paramLabel = "FILE", description = "trade file, may be .gz")
    private Path trades = Path.of("");

    @Option(
            names = "--symbol",
            required = true,
            paramLabel = "S",
            converter = SymbolConverter.class,
            description = "whose trades, for example BTCUSDT")
    private @Nullable Symbol symbol;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write; default: standard output")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        TradeFile.Reading reading;
        if (out == null) {
            reading = write(new PrintStream(System.out, false, StandardCharsets.UTF_8));
        } else {
            Path unfinished = unfinished(out);
            try (PrintStream to = new PrintStream(
                    new BufferedOutputStream(Files.newOutputStream(unfinished)), false, StandardCharsets.UTF_8)) {
                reading = write(to);
            } catch (UserError e) {
                Files.delete(unfinished);
                throw e;
            }
            Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
        }
        System.err.println("sextant: " + reading.trades() + " trades in " + reading.lines() + " lines"
                + (reading.malformed() > 0 ? ", " + reading.malformed() + " malformed frames dropped" : "")
                + (reading.duplicates() > 0 ? ", " + reading.duplicates() + " duplicates dropped" : ""));
        return Sextant.OK;
    }

    /** Prints the header with the first trade, so that a file that can't be read prints nothing. */
    private TradeFile.Reading write(PrintStream to) {
        Symbol wanted = Objects.requireNonNull(symbol);
        TradeIndicators indicators = new TradeIndicators(IndicatorSpec.STANDARD);
        boolean[] begun = new boolean[1];
        try {
            TradeFile.Reading reading = TradeFile.read(trades, wanted, trade -> {
                if (!begun[0]) {
                    begun[0] = true;
                    to.println(IndicatorCsv.HEADER);
                }
                print(to, wanted, indicators, trade);
            });
            if (reading.trades() == 0) {
                throw UserError.failed(trades + " holds no trade of " + wanted + " in " + reading.lines() + " lines");
            }
            to.flush();
            return reading;
        } catch (TradeFileException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        }
    }

    private static void print(PrintStream to, Symbol symbol, TradeIndicators indicators, AggTrade trade) {
        for (IndicatorRow row : indicators.onTrade(trade)) {
            to.println(IndicatorCsv.line(symbol, row));
        }
    }

    /** Beside the wanted file, which appears only when it is whole. */
    private static Path unfinished(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw UserError.usage("--out: folder " + folder + " does not exist");
        }
        return folder.resolve(file.getFileName() + ".part");
    }
}
