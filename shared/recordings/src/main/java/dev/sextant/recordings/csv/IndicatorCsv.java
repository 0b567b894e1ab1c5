package dev.sextant.recordings.csv;

import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import java.util.List;
import java.util.Optional;

/** OKX statistics as rows of one period each: open interest, long/short accounts, taker volume. */
final class IndicatorCsv {

    private static final List<String> TIME = List.of("ts");

    private IndicatorCsv() {}

    static List<CsvDialect> dialects() {
        return List.of(
                CsvDialect.headed(
                        "okx-open-interest-csv",
                        List.of("oi", "oi_value"),
                        TIME,
                        CsvDialect.NO_SILENCE,
                        IndicatorCsv::openInterest,
                        "oi and oi_value are both in US dollars: the venue's statistics endpoint gives no other"),
                CsvDialect.headed(
                        "okx-long-short-ratio-csv", List.of("ratio"), TIME, CsvDialect.NO_SILENCE, IndicatorCsv::ratio),
                CsvDialect.headed(
                        "okx-taker-volume-csv",
                        List.of("sellVol", "buyVol"),
                        TIME,
                        CsvDialect.NO_SILENCE,
                        IndicatorCsv::takerVolume));
    }

    private static Row openInterest(CsvRow row) {
        String symbol = row.file().symbol();
        return row(
                "open interest",
                row,
                new RecordedEvent.OpenInterest(
                        symbol, row.timeMs(), row.decimal("oi"), Optional.of(row.decimal("oi_value"))));
    }

    private static Row ratio(CsvRow row) {
        return row(
                "long/short ratio",
                row,
                new RecordedEvent.LongShortRatio(row.file().symbol(), row.timeMs(), row.decimal("ratio")));
    }

    private static Row takerVolume(CsvRow row) {
        return row(
                "taker volume",
                row,
                new RecordedEvent.TakerVolume(
                        row.file().symbol(), row.timeMs(), row.decimal("buyVol"), row.decimal("sellVol")));
    }

    private static Row row(String channel, CsvRow row, RecordedEvent event) {
        return new Row.Data(Place.periodic(channel, row.file().symbol(), event.timeMs()), event);
    }
}
