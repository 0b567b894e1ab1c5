package dev.sextant.local.trades;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads one symbol's trades from a file in id order. Understands Binance aggTrades CSV with or without a header, raw
 * capture lines {@code <ns> <json frame>} and text captures {@code <unix s>: <json frame>}, with {@code trade} and
 * {@code aggTrade} frames taken as they are; a {@code .gz} name means gzip.
 *
 * <p>A CSV line that is wrong ends the reading with its number. A capture is a recording of the network: a malformed
 * frame in it is counted and dropped, a repeated trade too; a trade that comes out of order is an error.
 */
public final class TradeFile {

    /**
     * What a reading came to.
     *
     * @param lines lines read
     * @param trades trades given to the consumer
     * @param malformed frames that could not be read and were dropped
     * @param duplicates trades seen before and dropped
     */
    public record Reading(long lines, long trades, long malformed, long duplicates) {}

    private final Path file;
    private final Symbol symbol;
    private final Consumer<AggTrade> consumer;
    private long lineNumber;
    private long trades;
    private long malformed;
    private long duplicates;
    private long lastId = -1;

    private TradeFile(Path file, Symbol symbol, Consumer<AggTrade> consumer) {
        this.file = file;
        this.symbol = symbol;
        this.consumer = consumer;
    }

    /**
     * Gives every trade of {@code symbol} to the consumer, in file order.
     *
     * @throws TradeFileException naming file, line and reason
     */
    public static Reading read(Path file, Symbol symbol, Consumer<AggTrade> consumer) throws TradeFileException {
        TradeFile reading = new TradeFile(file, symbol, consumer);
        try (BufferedReader lines = open(file)) {
            reading.readAll(lines);
        } catch (NoSuchFileException e) {
            throw new TradeFileException(file + ": no such file");
        } catch (ZipException e) {
            throw new TradeFileException(file + ": named .gz but is not gzip: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new TradeFileException(file + ": " + e.getMessage());
        }
        return new Reading(reading.lineNumber, reading.trades, reading.malformed, reading.duplicates);
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        if (file.toString().endsWith(".gz")) {
            try {
                bytes = new GZIPInputStream(bytes, 1 << 16);
            } catch (IOException e) {
                bytes.close();
                throw e;
            }
        }
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 16);
    }

    private void readAll(BufferedReader lines) throws IOException, TradeFileException {
        LineFormat format = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            lineNumber++;
            if (line.isBlank()) {
                continue;
            }
            if (format == null) {
                format = LineFormat.of(line);
                if (format == null) {
                    throw wrong("starts like neither aggTrades CSV nor a capture: '" + shown(line) + "'");
                }
            }
            accept(format.read(line, symbol));
        }
        if (format == null) {
            throw new TradeFileException(file + ": is empty");
        }
    }

    private void accept(ParsedLine line) throws TradeFileException {
        switch (line) {
            case ParsedLine.Trade found -> take(found.trade());
            case ParsedLine.Other other -> {}
            case ParsedLine.Dropped dropped -> malformed++;
            case ParsedLine.Wrong wrong -> throw wrong(wrong.reason());
        }
    }

    private void take(AggTrade trade) throws TradeFileException {
        if (trade.aggId() == lastId) {
            duplicates++;
            return;
        }
        if (trade.aggId() < lastId) {
            throw wrong("trade " + trade.aggId() + " comes after " + lastId + ", expected rising ids");
        }
        lastId = trade.aggId();
        trades++;
        consumer.accept(trade);
    }

    private TradeFileException wrong(String reason) {
        return new TradeFileException(file + ":" + lineNumber + ": " + reason);
    }

    private static String shown(String line) {
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
