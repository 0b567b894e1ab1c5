package dev.sextant.local.venue.kraken;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.local.venue.kraken.account.SystemState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Kraken's messages, as the venue writes them. */
public final class KrakenTexts {

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private KrakenTexts() {}

    /** @param connection unsigned */
    public static String status(long connection, SystemState state) {
        return "{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"version\":\"2.0.10\",\"system\":\""
                + state.word()
                + "\","
                + "\"api_version\":\"v2\",\"connection_id\":" + Long.toUnsignedString(connection) + "}]}";
    }

    static String instruments(List<MadePair> pairs) {
        String listed = pairs.stream().map(KrakenTexts::pair).collect(Collectors.joining(","));
        return "{\"channel\":\"instrument\",\"type\":\"snapshot\",\"data\":{\"assets\":[],\"pairs\":[" + listed + "]}}";
    }

    private static String pair(MadePair pair) {
        return "{\"symbol\":\"" + pair.symbol() + "\",\"base\":\"" + MadeMarket.asset(pair.base()) + "\",\"quote\":\""
                + MadeMarket.asset(pair.quote()) + "\",\"status\":\"online\",\"price_precision\":" + pair.priceDigits()
                + ",\"price_increment\":" + decimal(1, pair.priceDigits()) + ",\"qty_precision\":"
                + MadePair.QUANTITY_DIGITS + ",\"qty_increment\":" + decimal(1, MadePair.QUANTITY_DIGITS)
                + ",\"qty_min\":" + MadePair.QUANTITY_MIN.toPlainString() + ",\"cost_precision\":" + Pair.COST_DIGITS
                + ",\"cost_min\":" + MadePair.COST_MIN.toPlainString() + ",\"marginable\":false,\"has_index\":true}";
    }

    static String book(String type, MadePair pair, List<long[]> bids, List<long[]> asks, OrderBook book, long nowMs) {
        return "{\"channel\":\"book\",\"type\":\"" + type + "\",\"data\":[{\"symbol\":\"" + pair.symbol()
                + "\",\"bids\":"
                + levels(bids, pair) + ",\"asks\":" + levels(asks, pair) + ",\"checksum\":" + book.checksum()
                + ",\"timestamp\":\"" + time(nowMs) + "\"}]}";
    }

    private static String levels(List<long[]> levels, MadePair pair) {
        return levels.stream()
                .map(level -> "{\"price\":" + decimal(level[0], pair.priceDigits()) + ",\"qty\":"
                        + decimal(level[1], MadePair.QUANTITY_DIGITS) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String decimal(long units, int digits) {
        return BigDecimal.valueOf(units, digits).toPlainString();
    }

    /**
     * A request was taken.
     *
     * @param rest the fields of the result, without braces
     * @param request the request's id as a field with a comma in front, or nothing
     */
    public static String granted(String method, String rest, String request, long nowMs) {
        return "{\"method\":\"" + method + "\",\"result\":{" + rest + "},\"success\":true" + request + times(nowMs)
                + "}";
    }

    /** A request was refused; the symbol is empty where it is of none. */
    public static String refused(String method, String error, String symbol, String request, long nowMs) {
        String named = symbol.isEmpty() ? "" : ",\"symbol\":\"" + symbol + "\"";
        return "{\"error\":\"" + error + "\",\"method\":\"" + method + "\",\"success\":false" + named + request
                + times(nowMs) + "}";
    }

    /** The answer to a ping. */
    public static String pong(String request, long nowMs) {
        return "{\"method\":\"pong\"" + request + times(nowMs) + "}";
    }

    /** A time to the microsecond. */
    public static String time(long ms) {
        return MICROS.format(Instant.ofEpochMilli(ms));
    }

    private static String times(long nowMs) {
        String time = time(nowMs);
        return ",\"time_in\":\"" + time + "\",\"time_out\":\"" + time + "\"";
    }
}
