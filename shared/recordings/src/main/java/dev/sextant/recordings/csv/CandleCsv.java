package dev.sextant.recordings.csv;

import dev.sextant.recordings.event.Ohlc;
import dev.sextant.recordings.event.PriceSource;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Candles: one row per interval, columns by name in any order, one or many symbols; and LEAN's minute bars. */
final class CandleCsv {

    private static final List<String> OHLCV = List.of("open", "high", "low", "close", "volume");
    private static final List<String> TIMES =
            List.of("timestamp_ms", "timestamp", "open_time", "ts", "datetime", "time");
    private static final Pattern MARK = Pattern.compile("(^|[-_.])mark([-_.]|$)", Pattern.CASE_INSENSITIVE);

    /** {@code 20180404_btcusd_minute_quote.csv}. */
    private static final Pattern LEAN =
            Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)_([a-z0-9]+)_minute_(quote|trade)\\.csv");

    private static final long DAY_MS = 86_400_000L;

    private CandleCsv() {}

    static List<CsvDialect> dialects() {
        return List.of(
                lean("trade", List.of("ms", "open", "high", "low", "close", "volume"), CandleCsv::leanTrade),
                lean(
                        "quote",
                        List.of(
                                "ms",
                                "bid_open",
                                "bid_high",
                                "bid_low",
                                "bid_close",
                                "bid_size",
                                "ask_open",
                                "ask_high",
                                "ask_low",
                                "ask_close",
                                "ask_size"),
                        CandleCsv::leanQuote),
                CsvDialect.headed("candles-csv", OHLCV, TIMES, CsvDialect.NO_SILENCE, CandleCsv::candle));
    }

    private static CsvDialect lean(String kind, List<String> columns, CsvDialect.Reader reader) {
        return CsvDialect.bare(
                        "lean-minute-" + kind + "s-csv",
                        "\\d{1,8},.*",
                        columns,
                        0,
                        "ms",
                        CsvDialect.NO_SILENCE,
                        reader,
                        "day and symbol come from the name inside the zip; the day is taken as UTC")
                .when(head -> head.innerName().matches(LEAN.pattern())
                        && head.innerName().endsWith(kind + ".csv"));
    }

    private static Row candle(CsvRow row) {
        String symbol = row.symbol("symbol");
        long openMs = row.timeMs();
        PriceSource source = MARK.matcher(row.file().name()).find() ? PriceSource.MARK : PriceSource.TRADES;
        RecordedEvent candle = new RecordedEvent.Candle(
                symbol, openMs, source, ohlc(row, ""), row.optional("volume").map(CandleCsv::volume), true);
        return new Row.Data(Place.periodic("candle", symbol, openMs), candle);
    }

    static Ohlc ohlc(CsvRow row, String prefix) {
        return new Ohlc(
                row.decimal(prefix + "open"),
                row.decimal(prefix + "high"),
                row.decimal(prefix + "low"),
                row.decimal(prefix + "close"));
    }

    static BigDecimal volume(BigDecimal volume) {
        if (volume.signum() < 0) {
            throw new IllegalArgumentException("volume is '" + volume + "', expected 0 or more");
        }
        return volume;
    }

    private static Row leanTrade(CsvRow row) {
        String symbol = leanSymbol(row);
        long openMs = leanTime(row);
        RecordedEvent candle = new RecordedEvent.Candle(
                symbol,
                openMs,
                PriceSource.TRADES,
                ohlc(row, ""),
                row.optional("volume").map(CandleCsv::volume),
                true);
        return new Row.Data(Place.periodic("candle", symbol, openMs), candle);
    }

    private static Row leanQuote(CsvRow row) {
        String symbol = leanSymbol(row);
        long openMs = leanTime(row);
        RecordedEvent bar = new RecordedEvent.QuoteBar(
                symbol, openMs, ohlc(row, "bid_"), row.decimal("bid_size"), ohlc(row, "ask_"), row.decimal("ask_size"));
        return new Row.Data(Place.periodic("quote bar", symbol, openMs), bar);
    }

    /** Milliseconds of the day that the name tells. */
    private static long leanTime(CsvRow row) {
        long ofDay = row.whole("ms");
        Matcher name = LEAN.matcher(row.file().name());
        if (!name.matches() || ofDay >= DAY_MS) {
            throw Numbers.wrong("ms", row.text("ms"), "milliseconds of a day");
        }
        return day(name.group(1) + "-" + name.group(2) + "-" + name.group(3)) * DAY_MS + ofDay;
    }

    private static long day(String text) {
        try {
            return LocalDate.parse(text).toEpochDay();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the day in the name is '" + text + "', expected one there is", e);
        }
    }

    private static String leanSymbol(CsvRow row) {
        Matcher name = LEAN.matcher(row.file().name());
        return name.matches() ? name.group(4).toUpperCase(Locale.ROOT) : "";
    }
}
