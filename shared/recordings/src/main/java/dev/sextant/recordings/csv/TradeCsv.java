package dev.sextant.recordings.csv;

import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.event.RecordedEvent.Taker;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.Order;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import java.util.List;
import java.util.OptionalLong;

/** Trades as libraries and sites export them. */
final class TradeCsv {

    private static final long QUIET_MS = CsvDialect.HALF_AN_HOUR_MS;

    private TradeCsv() {}

    static List<CsvDialect> dialects() {
        return List.of(
                CsvDialect.headed(
                        "ccxt-trades-csv",
                        List.of("id", "side", "price", "amount", "cost"),
                        List.of("timestamp"),
                        QUIET_MS,
                        TradeCsv::ccxt),
                CsvDialect.headed(
                        "plain-trades-csv",
                        List.of("price", "amount"),
                        List.of("timestamp"),
                        QUIET_MS,
                        TradeCsv::plain,
                        "no id and no side: a lost trade can't be seen, and two equal lines are taken for two trades"));
    }

    private static Row ccxt(CsvRow row) {
        long timeMs = row.timeMs();
        long id = row.whole("id");
        Taker taker = switch (row.text("side")) {
            case "buy" -> Taker.BUYER;
            case "sell" -> Taker.SELLER;
            default -> throw Numbers.wrong("side", row.text("side"), "buy or sell");
        };
        String symbol = row.symbol("symbol");
        return new Row.Data(
                Place.byId("trade", symbol, id, timeMs),
                new RecordedEvent.Trade(
                        symbol, timeMs, OptionalLong.of(id), row.decimal("price"), row.decimal("amount"), taker));
    }

    private static Row plain(CsvRow row) {
        long timeMs = row.timeMs();
        String symbol = row.symbol("symbol");
        return new Row.Data(
                new Place("trade", symbol, null, new Order.Timed(timeMs), timeMs),
                new RecordedEvent.Trade(
                        symbol,
                        timeMs,
                        OptionalLong.empty(),
                        row.decimal("price"),
                        row.decimal("amount"),
                        Taker.UNKNOWN));
    }
}
