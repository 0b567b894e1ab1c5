package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.order.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What both of Kraken's interfaces write alike. */
public final class OrderWords {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private OrderWords() {}

    /** A deadline: {@code 2026-01-01T00:00:02.000Z}. */
    public static String deadline(long epochMs) {
        return MILLIS.format(Instant.ofEpochMilli(epochMs));
    }

    /** {@code buy} or {@code sell}. */
    public static String side(Side side) {
        return switch (side) {
            case BUY -> "buy";
            case SELL -> "sell";
        };
    }

    /** A client order id of a form Kraken takes, or a refusal. */
    public static String clientOrderId(String id) {
        return ClientOrderId.required(id);
    }
}
