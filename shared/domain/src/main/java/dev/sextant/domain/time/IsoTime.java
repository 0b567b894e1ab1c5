package dev.sextant.domain.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Epoch milliseconds as people read them. */
public final class IsoTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private IsoTime() {}

    /** ISO-8601 in UTC, always with milliseconds: {@code 2024-08-08T23:55:00.000Z}, as the API shows every time. */
    public static String print(long epochMs) {
        return FORM.format(Instant.ofEpochMilli(epochMs));
    }
}
