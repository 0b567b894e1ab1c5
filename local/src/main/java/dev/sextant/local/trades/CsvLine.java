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
            long time = whole("transact_time", cells[5]);
            return new ParsedLine.Trade(new AggTrade(
                    whole("agg_trade_id", cells[0]),
                    decimal("price", cells[1]),
                    decimal("quantity", cells[2]),
                    time >= FIRST_MICROSECOND_TIME ? time / 1000 : time,
                    flag(cells[6].strip()),
                    whole("first_trade_id", cells[3]),
                    whole("last_trade_id", cells[4])));
        } catch (IllegalArgumentException e) {
            return new ParsedLine.Wrong(String.valueOf(e.getMessage()));
        }
    }

    private static long whole(String column, String cell) {
        if (!cell.strip().matches("\\d{1,18}")) {
            throw new IllegalArgumentException(column + " is '" + cell.strip() + "', expected a whole number");
        }
        return Long.parseLong(cell.strip());
    }

    private static long decimal(String column, String cell) {
        try {
            return E8.parse(cell.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    column + " is '" + cell.strip() + "', expected a decimal with at most eight decimals", e);
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
