package dev.sextant.local.trades;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.money.E8;
import java.util.Locale;

/**
 * A line of Binance's aggTrades dumps: agg id, price, quantity, first id, last id, time, buyer is maker, and on spot one
 * more column. Spot dumps since 2025 write times in microseconds.
 */
final class CsvLine {

    private static final int COLUMNS = 7;
    private static final long FIRST_MICROSECOND_TIME = 100_000_000_000_000L;

    private CsvLine() {}

    static ParsedLine read(String line) {
        String[] cells = line.split(",", -1);
        if (cells[0].strip().toLowerCase(Locale.ROOT).startsWith("a")) {
            return new ParsedLine.Other();
        }
        if (cells.length < COLUMNS) {
            return new ParsedLine.Wrong(
                    "has " + cells.length
                            + " columns, expected agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker");
        }
        try {
            long time = Long.parseLong(cells[5].strip());
            return new ParsedLine.Trade(new AggTrade(
                    Long.parseLong(cells[0].strip()),
                    E8.parse(cells[1].strip()),
                    E8.parse(cells[2].strip()),
                    time >= FIRST_MICROSECOND_TIME ? time / 1000 : time,
                    flag(cells[6].strip()),
                    Long.parseLong(cells[3].strip()),
                    Long.parseLong(cells[4].strip())));
        } catch (IllegalArgumentException e) {
            return new ParsedLine.Wrong(String.valueOf(e.getMessage()));
        }
    }

    private static boolean flag(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is_buyer_maker is '" + cell + "', expected true or false");
        };
    }
}
