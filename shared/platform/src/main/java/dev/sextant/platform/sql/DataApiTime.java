package dev.sextant.platform.sql;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Times as the Data API writes them: {@code 2026-01-15 10:30:00[.123[456]]}, always UTC, never with a zone. */
final class DataApiTime {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private DataApiTime() {}

    static String print(long epochMs) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(epochMs), ZoneOffset.UTC)
                .format(MILLIS);
    }

    static Instant parse(String column, String text) {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    "column '" + column + "' holds '" + text + "', expected a time like 2026-01-15 10:30:00.123", e);
        }
    }
}
