package dev.sextant.venues.kraken.feed;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.math.BigDecimal;

/** Fields that several kinds of messages have. */
public final class Wire {

    private static final int MAX_SHOWN = 200;

    private Wire() {}

    /** The venue's words, as a log line may show them. */
    public static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    /** True for a snapshot, false for an update, refused for anything else. */
    public static boolean isSnapshot(JsonFields message) throws MalformedJson {
        return switch (message.text("type")) {
            case "snapshot" -> true;
            case "update" -> false;
            default -> throw MalformedJson.field("type", message.text("type"), "snapshot or update");
        };
    }

    /** The field {@code symbol}. */
    public static Symbol symbol(JsonFields fields) throws MalformedJson {
        try {
            return new Symbol(fields.text("symbol"));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("field 'symbol': " + e.getMessage());
        }
    }

    /** A JSON number above 0. */
    public static BigDecimal positive(JsonFields fields, String name) throws MalformedJson {
        BigDecimal value = fields.number(name);
        if (value.signum() <= 0) {
            throw MalformedJson.field(name, value, "a positive number");
        }
        return value;
    }

    /** A JSON number of 0 or more. */
    public static BigDecimal notNegative(JsonFields fields, String name) throws MalformedJson {
        BigDecimal value = fields.number(name);
        if (value.signum() < 0) {
            throw MalformedJson.field(name, value, "0 or more");
        }
        return value;
    }

    /** A whole number from 0 to a limit. */
    public static int whole(JsonFields fields, String name, int most) throws MalformedJson {
        long value = fields.integer(name);
        if (value < 0 || value > most) {
            throw MalformedJson.field(name, value, "a whole number from 0 to " + most);
        }
        return (int) value;
    }
}
