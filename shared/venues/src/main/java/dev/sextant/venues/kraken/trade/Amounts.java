package dev.sextant.venues.kraken.trade;

import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.math.BigDecimal;

/** Amounts and times of REST answers. Amounts are strings on the wire; some pages show numbers, so both are read. */
final class Amounts {

    private static final BigDecimal MAX_SECONDS = new BigDecimal(4_102_444_800L);

    private Amounts() {}

    static BigDecimal positive(JsonFields fields, String name) throws MalformedJson {
        BigDecimal value = fields.decimalInEitherForm(name);
        if (value.signum() <= 0) {
            throw MalformedJson.field(name, value, "more than 0");
        }
        return value;
    }

    static BigDecimal notNegative(JsonFields fields, String name) throws MalformedJson {
        BigDecimal value = fields.decimalInEitherForm(name);
        if (value.signum() < 0) {
            throw MalformedJson.field(name, value, "0 or more");
        }
        return value;
    }

    /** Epoch microseconds of a time in seconds with decimals, between 1970 and 2100; finer digits are cut off. */
    static long micros(JsonFields fields, String name) throws MalformedJson {
        BigDecimal seconds = fields.number(name);
        if (seconds.signum() <= 0 || seconds.compareTo(MAX_SECONDS) >= 0) {
            throw MalformedJson.field(name, seconds, "seconds between 1970 and 2100");
        }
        return seconds.movePointRight(6).longValue();
    }
}
