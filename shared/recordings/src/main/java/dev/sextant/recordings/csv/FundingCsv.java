package dev.sextant.recordings.csv;

import dev.sextant.recordings.event.PriceSource;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.Head;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import dev.sextant.recordings.row.TimeFormat;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Funding rates that were paid, in five dialects; one of them beside the candle of the interval. */
final class FundingCsv {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<String> WITH_CANDLE =
            List.of("exchange", "pair", "contract", "open", "high", "low", "close", "volume", "funding rate");

    private FundingCsv() {}

    static List<CsvDialect> dialects() {
        return List.of(
                CsvDialect.headed(
                        "exchange-candles-with-funding-csv",
                        WITH_CANDLE,
                        List.of("time"),
                        CsvDialect.NO_SILENCE,
                        FundingCsv::candleWithFunding,
                        "time is local to Europe/London and converted to UTC"),
                CsvDialect.headed(
                                "funding-in-candles-csv",
                                List.of("open", "high", "low", "close", "volume"),
                                List.of("timestamp_ms", "timestamp"),
                                CsvDialect.NO_SILENCE,
                                row -> funding(row, row.symbol("symbol"), "open"),
                                "the rate stands in the column open; high, low, close and volume are 0")
                        .when(FundingCsv::hasOnlyOpens),
                CsvDialect.headed(
                        "funding-rate-csv",
                        List.of("rate"),
                        List.of("timestamp"),
                        CsvDialect.NO_SILENCE,
                        row -> funding(row, row.symbol("symbol"), "rate")),
                CsvDialect.headed(
                        "funding-premium-csv",
                        List.of("coin", "fundingRate", "premium"),
                        List.of("time_ms"),
                        CsvDialect.NO_SILENCE,
                        FundingCsv::withPremium),
                CsvDialect.headed(
                        "okx-funding-csv",
                        List.of("fundingRate"),
                        List.of("ts"),
                        CsvDialect.NO_SILENCE,
                        row -> funding(row, row.symbol("symbol"), "fundingRate")),
                CsvDialect.bare(
                        "lean-funding-csv",
                        "\\d{8} \\d\\d:\\d\\d:\\d\\d,-?\\d[\\d.eE-]*",
                        List.of("time", "rate"),
                        0,
                        "time",
                        CsvDialect.NO_SILENCE,
                        row -> funding(row, row.file().symbol(), "rate")));
    }

    private static boolean hasOnlyOpens(Head head) {
        List<String> lines = head.lines();
        return lines.size() > 1 && lines.get(1).matches("[^,]+,[^,]+(,0(\\.0+)?){4}");
    }

    private static Row funding(CsvRow row, String symbol, String column) {
        long timeMs = row.timeMs();
        return new Row.Data(
                Place.periodic("funding", symbol, timeMs),
                new RecordedEvent.FundingRate(symbol, timeMs, rate(row, column), Optional.empty()));
    }

    private static Row withPremium(CsvRow row) {
        long timeMs = row.timeMs();
        String coin = row.text("coin");
        return new Row.Data(
                Place.periodic("funding", coin, timeMs),
                new RecordedEvent.FundingRate(
                        coin, timeMs, rate(row, "fundingRate"), Optional.of(row.decimal("premium"))));
    }

    private static Row candleWithFunding(CsvRow row) {
        long timeMs = localTime(row);
        String pair = row.text("pair");
        String stream = row.text("exchange") + " " + pair + " " + row.text("contract");
        List<RecordedEvent> events = new ArrayList<>();
        events.add(new RecordedEvent.Candle(
                pair,
                timeMs,
                PriceSource.TRADES,
                CandleCsv.ohlc(row, ""),
                row.optional("volume").map(CandleCsv::volume),
                true));
        if (row.optional("funding rate").isPresent()) {
            events.add(new RecordedEvent.FundingRate(pair, timeMs, rate(row, "funding rate"), Optional.empty()));
        }
        return new Row.Data(Place.periodic(row.text("exchange"), stream, timeMs), events);
    }

    private static long localTime(CsvRow row) {
        try {
            return TimeFormat.parseLocal(row.text("time"), LONDON);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("time is " + e.getMessage(), e);
        }
    }

    /** A fraction per interval. No venue ever paid the whole notional: a number of 1 or more has lost its exponent, or is in percent. */
    private static BigDecimal rate(CsvRow row, String column) {
        BigDecimal rate = row.decimal(column);
        if (rate.abs().compareTo(BigDecimal.ONE) >= 0) {
            throw Numbers.wrong(column, row.text(column), "a fraction between -1 and 1");
        }
        return rate;
    }
}
