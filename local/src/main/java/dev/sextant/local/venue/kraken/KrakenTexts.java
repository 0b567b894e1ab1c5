package dev.sextant.local.venue.kraken;

import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.local.venue.kraken.account.SystemState;
import dev.sextant.venues.kraken.feed.MarketStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** @param statuses of each pair, in their order */
    static String instruments(String type, List<Pair> pairs, List<MarketStatus> statuses) {
        String listed = IntStream.range(0, pairs.size())
                .mapToObj(pair -> pair(pairs.get(pair), statuses.get(pair)))
                .collect(Collectors.joining(","));
        return "{\"channel\":\"instrument\",\"type\":\"" + type + "\",\"data\":{\"assets\":[],\"pairs\":[" + listed
                + "]}}";
    }

    private static String pair(Pair pair, MarketStatus status) {
        return "{\"symbol\":\"" + pair.symbol() + "\",\"base\":\"" + pair.base().name() + "\",\"quote\":\""
                + pair.quote().name() + "\",\"status\":\"" + status.wireName() + "\",\"price_precision\":"
                + pair.priceDigits() + ",\"price_increment\":" + pair.tick().toPlainString() + ",\"qty_precision\":"
                + pair.quantityDigits() + ",\"qty_increment\":" + pair.step().toPlainString() + ",\"qty_min\":"
                + pair.quantityMin().toPlainString() + ",\"cost_precision\":"
                + pair.digits().cost() + ",\"cost_min\":" + pair.costMin().toPlainString()
                + ",\"marginable\":false,\"has_index\":true}";
    }

    /** Levels as {price, quantity}, with all the digits of their pair. */
    static String book(String type, Pair pair, List<long[]> bids, List<long[]> asks, long checksum, long nowMs) {
        return "{\"channel\":\"book\",\"type\":\"" + type + "\",\"data\":[{\"symbol\":\"" + pair.symbol()
                + "\",\"bids\":"
                + levels(bids, pair) + ",\"asks\":" + levels(asks, pair) + ",\"checksum\":" + checksum
                + ",\"timestamp\":\"" + time(nowMs) + "\"}]}";
    }

    private static String levels(List<long[]> levels, Pair pair) {
        return levels.stream()
                .map(level -> "{\"price\":" + decimal(level[0], pair.priceDigits()) + ",\"qty\":"
                        + decimal(level[1], pair.quantityDigits()) + "}")
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
