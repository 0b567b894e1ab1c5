package dev.sextant.api.http;

import java.util.regex.Pattern;

/** Ids in paths. */
public final class Ids {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SYMBOL = Pattern.compile("[\\p{L}\\p{N}/\\-_.:]{1,40}");

    private Ids() {}

    /** An id that is a hash. */
    public static String hash(String field, String value) {
        if (!HASH.matcher(value).matches()) {
            throw ApiException.badValue(field, value, "64 lower-case hex digits");
        }
        return value;
    }

    /** A venue's name of an instrument. */
    public static String symbol(String value) {
        if (!SYMBOL.matcher(value).matches()) {
            throw ApiException.badValue("symbol", value, "1 to 40 letters, digits or / - _ . :");
        }
        return value;
    }
}
