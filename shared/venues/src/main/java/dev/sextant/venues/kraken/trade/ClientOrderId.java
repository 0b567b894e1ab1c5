package dev.sextant.venues.kraken.trade;

import java.util.regex.Pattern;

/** The forms Kraken takes for {@code cl_ord_id}: a UUID, 32 hex digits, or a text of at most 18 characters. */
final class ClientOrderId {

    /** Of free text only letters, digits, {@code - _} are used: the page says "ASCII" and no more. */
    private static final Pattern FORM = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|[A-Za-z0-9_-]{1,18}");

    private ClientOrderId() {}

    static String required(String id) {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "client order id is '" + (id.length() > 40 ? id.substring(0, 40) + "…" : id)
                            + "', expected a UUID or 32 hex digits in lower case, or 1 to 18 of A-Z a-z 0-9 - _");
        }
        return id;
    }
}
