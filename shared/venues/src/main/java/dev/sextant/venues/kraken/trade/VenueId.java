package dev.sextant.venues.kraken.trade;

import dev.sextant.venues.http.MalformedJson;
import java.util.regex.Pattern;

/** Ids Kraken gives to orders, trades and ledger entries: {@code OUF4EM-FRGI2-MQMWZD}. */
public final class VenueId {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,20}(-[A-Za-z0-9]{1,20}){0,4}");

    private VenueId() {}

    /** The id, or a refusal: text of another shape is not an id. */
    public static String required(String field, String text) throws MalformedJson {
        if (!FORM.matcher(text).matches()) {
            throw MalformedJson.field(field, "'" + text + "'", "an id like OUF4EM-FRGI2-MQMWZD");
        }
        return text;
    }

    /** The same for an id the caller gives. */
    public static String given(String id) {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the venue's order id is '" + id + "', expected one like OUF4EM-FRGI2-MQMWZD");
        }
        return id;
    }
}
