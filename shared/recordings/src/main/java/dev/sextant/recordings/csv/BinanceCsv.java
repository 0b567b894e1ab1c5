package dev.sextant.recordings.csv;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.event.RecordedEvent.Taker;
import dev.sextant.recordings.row.Order;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import dev.sextant.venues.binance.market.PriceLevels;
import java.util.List;
import java.util.OptionalLong;

/** Binance trades and books as CSV: the venue's own dumps and two recorders' files. */
final class BinanceCsv {

    private static final List<String> DUMP = List.of(
            "agg_trade_id", "price", "quantity", "first_trade_id", "last_trade_id", "transact_time", "is_buyer_maker");
    private static final long QUIET_MS = 60_000;

    private BinanceCsv() {}

    static List<CsvDialect> dialects() {
        return List.of(
                CsvDialect.headed(
                        "binance-agg-trades-csv", DUMP, List.of("transact_time"), QUIET_MS, BinanceCsv::dumped),
                CsvDialect.bare(
                        "binance-agg-trades-csv",
                        "\\d{1,15},[^,]+,[^,]+,\\d+,\\d+,\\d+,(?i:true|false)(,.*)?",
                        DUMP,
                        1,
                        "transact_time",
                        QUIET_MS,
                        BinanceCsv::dumped),
                CsvDialect.headed(
                        "binance-trade-rows-csv",
                        List.of("Symbol", "TradeId", "Price", "Quantity", "IsBuyerMarketMaker", "TransactionTime"),
                        List.of("TimestampOfReceive"),
                        QUIET_MS,
                        BinanceCsv::tradeRow),
                CsvDialect.headed(
                        "binance-depth-rows-csv",
                        List.of("Symbol", "EventTime", "FirstUpdateId", "FinalUpdateId", "IsAsk", "Price", "Quantity"),
                        List.of("TimestampOfReceive"),
                        QUIET_MS,
                        BinanceCsv::depthRow,
                        "one row per level: a lost level of an update can't be seen, a lost update can"),
                CsvDialect.bare(
                        "binance-large-trades-csv",
                        "\\d{13},\\s*[A-Z0-9_]+,\\s*\\d+,.*(?i:true|false)(,[^,]+,[^,]+)?",
                        List.of(
                                "event_time",
                                "symbol",
                                "agg_trade_id",
                                "price",
                                "quantity",
                                "transact_time",
                                "is_buyer_maker"),
                        2,
                        "transact_time",
                        CsvDialect.HALF_AN_HOUR_MS,
                        BinanceCsv::large,
                        "the recorder kept large trades only: most gaps in the ids are its choice, not losses"));
    }

    private static Row dumped(CsvRow row) {
        AggTrade trade = new AggTrade(
                row.whole("agg_trade_id"),
                row.e8("price"),
                row.e8("quantity"),
                row.timeMs(),
                row.flag("is_buyer_maker"),
                row.whole("first_trade_id"),
                row.whole("last_trade_id"));
        String symbol = row.file().symbol();
        return new Row.Data(
                Place.byId("aggTrade", symbol, trade.aggId(), trade.tradeTimeMs()),
                new RecordedEvent.AggregateTrade(symbol, trade));
    }

    private static Row tradeRow(CsvRow row) {
        String symbol = row.text("Symbol");
        long id = row.whole("TradeId");
        return new Row.Data(
                Place.byId("trade", symbol, id, row.timeMs()),
                new RecordedEvent.Trade(
                        symbol,
                        row.timeMs("TransactionTime"),
                        OptionalLong.of(id),
                        row.decimal("Price"),
                        row.decimal("Quantity"),
                        row.flag("IsBuyerMarketMaker") ? Taker.SELLER : Taker.BUYER));
    }

    private static Row depthRow(CsvRow row) {
        String symbol = row.text("Symbol");
        long first = row.whole("FirstUpdateId");
        long last = row.whole("FinalUpdateId");
        OptionalLong previous = row.has("FinalUpdateIdInLastStream")
                ? OptionalLong.of(row.whole("FinalUpdateIdInLastStream"))
                : OptionalLong.empty();
        boolean ask = row.flag("IsAsk");
        PriceLevels level = PriceLevels.of(row.e8("Price"), row.e8("Quantity"));
        PriceLevels none = PriceLevels.of();
        String identity = first + "-" + last + (ask ? " ask " : " bid ") + level.priceE8(0);
        return new Row.Data(
                new Place("depth", symbol, identity, new Order.Chained(first, last, previous), row.timeMs()),
                new RecordedEvent.BookChange(
                        symbol,
                        row.timeMs("EventTime"),
                        OptionalLong.of(first),
                        OptionalLong.of(last),
                        previous,
                        ask ? none : level,
                        ask ? level : none));
    }

    private static Row large(CsvRow row) {
        String symbol = row.text("symbol");
        long id = row.whole("agg_trade_id");
        long timeMs = row.timeMs();
        return new Row.Data(
                Place.byId(symbol, symbol, id, timeMs),
                new RecordedEvent.BareAggregateTrade(
                        symbol, timeMs, id, row.decimal("price"), row.decimal("quantity"), row.flag("is_buyer_maker")));
    }
}
