package dev.sextant.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page ended: the two sort keys of its last row. Users see it as one opaque word; it is good only for the list
 * that gave it.
 *
 * @param major the first key: a time in microseconds, or an id that rises
 * @param minor the second key, for rows that share the first
 */
public record Cursor(long major, String minor) {

    /** Newer than every row: the cursor of a first page. Its time is the last microsecond of the year 9999. */
    public static final Cursor START = new Cursor(253_402_300_799_999_999L, "~");

    private static final Pattern FORM = Pattern.compile("([a-z]{1,16}) ([0-9]{1,18}) ([^\\p{C}\\p{Z}]{0,128})");
    private static final int MAX_LENGTH = 600;

    String encode(String list) {
        String text = list + ' ' + major + ' ' + minor;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decode(String list, String word) {
        Matcher parts = FORM.matcher(text(word));
        if (!parts.matches() || !parts.group(1).equals(list)) {
            throw refusal(word);
        }
        long major = Long.parseLong(parts.group(2));
        if (major > START.major()) {
            throw refusal(word);
        }
        return new Cursor(major, parts.group(3));
    }

    private static String text(String word) {
        if (word.length() > MAX_LENGTH) {
            throw refusal(word);
        }
        try {
            return new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw refusal(word);
        }
    }

    private static ApiException refusal(String word) {
        return ApiException.badValue("cursor", word, "the next_cursor of an earlier page of the same list");
    }
}
