package dev.sextant.local.venue.synthetic.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.local.venue.capture.CaptureReader;
import dev.sextant.local.venue.capture.ReferenceData;
import dev.sextant.local.venue.capture.SymbolTape;
import dev.sextant.local.venue.capture.TimedAggTrade;
import dev.sextant.venues.sim.book.TopOfBook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Recorded markets from the reference folder, as rows of numbers. */
final class Recorded {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Recorded() {}

    /** Lines of a CSV, cells stripped; the folder's absence skips the test. */
    static List<String[]> csv(String folder, String file) {
        Path path = ReferenceData.folder(folder).resolve(file);
        try (BufferedReader lines = reader(path)) {
            return lines.lines()
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .map(String::strip)
                            .toArray(String[]::new))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader reader(Path path) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8));
    }

    /** A column by the name in the first line. */
    static double[] column(List<String[]> csv, String name) {
        int index = List.of(csv.getFirst()).indexOf(name);
        return csv.stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row[index]))
                .toArray();
    }

    /** The bundled capture: BTCUSDT, 343 seconds of a busy evening. */
    static SymbolTape busyMinutes() {
        try {
            return CaptureReader.read(List.of(Path.of("../captures/usdm-btcusdt-20240808.gz")))
                    .tapes()
                    .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Tape tape(SymbolTape recorded) {
        List<TopOfBook> tops = recorded.tops();
        long firstMs = Math.ceilDiv(tops.getFirst().eventTimeMs(), 1_000L) * 1_000;
        Tape tape = new Tape(firstMs);
        for (TimedAggTrade timed : recorded.aggTrades()) {
            AggTrade trade = timed.trade();
            tape.trade(trade.tradeTimeMs(), Generated.decimal(trade.signedQtyE8()), (int)
                    (trade.lastTradeId() - trade.firstTradeId() + 1));
        }
        int next = 0;
        long lastMs = tops.getLast().eventTimeMs();
        for (long secondMs = firstMs; secondMs <= lastMs; secondMs += 1_000) {
            while (next < tops.size() - 1 && tops.get(next + 1).eventTimeMs() <= secondMs) {
                next++;
            }
            TopOfBook top = tops.get(next);
            tape.mid((Generated.decimal(top.bidPriceE8()) + Generated.decimal(top.askPriceE8())) / 2);
        }
        return tape;
    }

    /** Closes and volumes by opening time in epoch seconds. */
    static Map<Long, double[]> candles(String folder, String file, String time) {
        List<String[]> csv = csv(folder, file);
        List<String> names = List.of(csv.getFirst());
        Map<Long, double[]> candles = new TreeMap<>();
        for (String[] row : csv.subList(1, csv.size())) {
            String at = row[names.indexOf(time)].substring(0, 19).replace(' ', 'T');
            candles.put(
                    LocalDateTime.parse(at).toEpochSecond(ZoneOffset.UTC),
                    new double[] {number(row, names, "close"), number(row, names, "volume")});
        }
        return candles;
    }

    private static double number(String[] row, List<String> names, String name) {
        return Double.parseDouble(row[names.indexOf(name)]);
    }

    static double[] closes(Map<Long, double[]> candles) {
        return candles.values().stream().mapToDouble(candle -> candle[0]).toArray();
    }

    /** Coinbase's closes of four hours over those of the perpetual, basis points. */
    static double[] coinbasePremiums(Map<Long, double[]> hourly) {
        Path path = ReferenceData.folder("coinbase-candles").resolve("BTC-USD-4h-20160518-20241231.json.gz");
        List<Double> premiums = new ArrayList<>();
        try (BufferedReader reader = reader(path)) {
            for (JsonNode candle : JSON.readTree(reader)) {
                double[] perpetual = hourly.get(candle.path("start").asLong() + 3 * 3_600);
                if (perpetual != null) {
                    premiums.add(1e4 * (candle.path("close").asDouble() / perpetual[0] - 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return premiums.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
