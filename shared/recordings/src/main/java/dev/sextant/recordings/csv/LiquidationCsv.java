package dev.sextant.recordings.csv;

import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.Symbol;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.Order;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import java.util.List;

/** Liquidations: Binance's forced orders as one logger writes them, and Hyperliquid's liquidated accounts. */
final class LiquidationCsv {

    private LiquidationCsv() {}

    static List<CsvDialect> dialects() {
        return List.of(
                CsvDialect.bare(
                        "binance-liquidations-csv",
                        "[^,]+,(BUY|SELL),[A-Z_]+,[A-Z]+,.*",
                        List.of(
                                "symbol",
                                "side",
                                "type",
                                "time_in_force",
                                "quantity",
                                "price",
                                "average_price",
                                "status",
                                "last_quantity",
                                "filled_quantity",
                                "trade_time",
                                "usd"),
                        1,
                        "trade_time",
                        CsvDialect.HALF_AN_HOUR_MS,
                        LiquidationCsv::forcedOrder,
                        "the venue tells at most one liquidation per symbol and second: a sample, so no gap can be seen",
                        "two equal lines count as one row told twice",
                        "the recorder strips the quote asset from most symbols"),
                CsvDialect.headed(
                        "hyperliquid-liquidations-csv",
                        List.of("user", "liquidated_ntl_pos", "liquidated_account_value", "leverage_type"),
                        List.of("time"),
                        CsvDialect.NO_SILENCE,
                        LiquidationCsv::account,
                        "accounts, not orders: no instrument, no price, no id, so no gap can be seen"));
    }

    private static Row forcedOrder(CsvRow row) {
        long timeMs = row.timeMs();
        Liquidation liquidation = new Liquidation(
                new Symbol(row.text("symbol")),
                sells(row),
                row.e8("filled_quantity"),
                row.e8("average_price"),
                timeMs,
                false);
        return new Row.Data(
                new Place("!forceOrder@arr", "!forceOrder@arr", row.line(), new Order.Timed(timeMs), timeMs),
                new RecordedEvent.ForcedOrder(liquidation));
    }

    private static boolean sells(CsvRow row) {
        return switch (row.text("side")) {
            case "SELL" -> true;
            case "BUY" -> false;
            default -> throw Numbers.wrong("side", row.text("side"), "BUY or SELL");
        };
    }

    private static Row account(CsvRow row) {
        long timeMs = row.timeMs();
        return new Row.Data(
                new Place("liquidation", "accounts", row.line(), new Order.Timed(timeMs), timeMs),
                new RecordedEvent.LiquidatedAccount(
                        row.text("user"),
                        timeMs,
                        row.decimal("liquidated_ntl_pos"),
                        row.decimal("liquidated_account_value"),
                        row.text("leverage_type")));
    }
}
