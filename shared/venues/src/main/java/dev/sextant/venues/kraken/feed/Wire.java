package dev.sextant.venues.kraken.feed;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.math.BigDecimal;

/** Fields that several kinds of messages have. */
final class Wire {

    private static final int MAX_SHOWN = 200;

    private Wire() {}

    /** The venue's words, as a log line may show them. */
    static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    static boolean isSnapshot(JsonFields message) throws MalformedJson {
        return switch (message.text("type")) {
            case "snapshot" -> true;
            case "update" -> false;
            default -> throw MalformedJson.field("type", message.text("type"), "snapshot or update");
        };
    }

    static Symbol symbol(JsonFields fields) throws MalformedJson {
        try {
            return new Symbol(fields.text("symbol"));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("field 'symbol': " + e.getMessage());
        }
    }

    static BigDecimal positive(JsonFields fields, String name) throws MalformedJson {
        BigDecimal value = fields.number(name);
        if (value.signum() <= 0) {
            throw MalformedJson.field(name, value, "a positive number");
        }
        return value;
    }

    static BigDecimal notNegative(JsonFields fields, String name) throws MalformedJson {
        BigDecimal value = fields.number(name);
        if (value.signum() < 0) {
            throw MalformedJson.field(name, value, "0 or more");
        }
        return value;
    }

    /** A whole number from 0 to a limit. */
    static int whole(JsonFields fields, String name, int most) throws MalformedJson {
        long value = fields.integer(name);
        if (value < 0 || value > most) {
            throw MalformedJson.field(name, value, "a whole number from 0 to " + most);
        }
        return (int) value;
    }
}
