package dev.sextant.venues.kraken.feed;

import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as Kraken writes them: RFC 3339 texts, in microseconds. */
public final class WireTime {

    /** What a message without a time has. */
    public static final long NONE = 0;

    private static final int MAX_CHARS = 40;
    private static final long MAX_SECOND = 4_102_444_800L;
    private static final long MICROS = 1_000_000;

    private WireTime() {}

    /** Epoch microseconds between 1970 and 2100; finer digits are cut off. */
    public static long micros(JsonFields fields, String name) throws MalformedJson {
        String text = fields.text(name);
        try {
            if (text.length() <= MAX_CHARS) {
                Instant time = OffsetDateTime.parse(text).toInstant();
                if (time.getEpochSecond() > 0 && time.getEpochSecond() < MAX_SECOND) {
                    return time.getEpochSecond() * MICROS + time.getNano() / 1_000;
                }
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw MalformedJson.field(name, text, "a time like 2026-07-19T17:54:39.753424Z between 1970 and 2100");
    }

    /** The same, or {@link #NONE} when the field is absent. */
    public static long microsIfAny(JsonFields fields, String name) throws MalformedJson {
        return fields.has(name) ? micros(fields, name) : NONE;
    }
}
