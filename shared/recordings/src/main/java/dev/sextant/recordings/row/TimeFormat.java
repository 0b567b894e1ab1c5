package dev.sextant.recordings.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ways recordings write a time; each becomes epoch milliseconds, finer digits cut off. Range: 2001 to 2100. */
public enum TimeFormat {
    SECONDS("seconds since 1970", "\\d{10}(\\.\\d{1,9})?"),
    MILLISECONDS("milliseconds since 1970", "\\d{13}"),
    MICROSECONDS("microseconds since 1970", "\\d{16}"),
    NANOSECONDS("nanoseconds since 1970", "\\d{19}"),
    /** Small numbers that mean nothing without a day told elsewhere; {@link #parse} refuses them. */
    OF_DAY("milliseconds since midnight", "\\d{1,8}"),
    /** {@code 20201229 08:00:00}. */
    COMPACT_TEXT("text in UTC", "\\d{8} \\d\\d:\\d\\d:\\d\\d"),
    /** {@code 2024-04-05 08:00:00.008}, with T for the blank, with or without an offset. */
    TEXT(
            "text in UTC or with its offset",
            "\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)?");

    private static final long MAX_MS = 4_102_444_800_000L;

    private final String unit;
    private final Pattern form;

    TimeFormat(String unit, String form) {
        this.unit = unit;
        this.form = Pattern.compile(form);
    }

    /** The unit, as reports name it. */
    public String unit() {
        return unit;
    }

    /** The way a text is written, or null when it is no time. */
    public static @Nullable TimeFormat of(String text) {
        for (TimeFormat format : values()) {
            if (format.form.matcher(text).matches()) {
                return format;
            }
        }
        return null;
    }

    /**
     * Epoch milliseconds of a text.
     *
     * @throws IllegalArgumentException when it isn't written this way; the message says what is expected
     */
    public long parse(String text) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + shown(text) + "', expected " + unit);
        }
        long ms = switch (this) {
            case SECONDS ->
                new BigDecimal(text)
                        .movePointRight(3)
                        .setScale(0, RoundingMode.DOWN)
                        .longValueExact();
            case MILLISECONDS -> Long.parseLong(text);
            case MICROSECONDS -> Long.parseLong(text) / 1_000;
            case NANOSECONDS -> Long.parseLong(text) / 1_000_000;
            case OF_DAY -> throw new IllegalArgumentException("'" + text + "', expected a time with its day");
            case COMPACT_TEXT ->
                of(text.substring(0, 4), text.substring(4, 6), text.substring(6, 8), text.substring(9), ZoneOffset.UTC);
            case TEXT -> iso(text, matcher.group(1), zone(matcher.group(2)));
        };
        if (ms > MAX_MS) {
            throw new IllegalArgumentException("'" + shown(text) + "', expected a time before 2100");
        }
        return ms;
    }

    /** Epoch milliseconds of a {@link #TEXT} without offset that is in the local time of a zone. */
    public static long parseLocal(String text, ZoneId zone) {
        Matcher matcher = TEXT.form.matcher(text);
        if (!matcher.matches() || matcher.group(2) != null) {
            throw new IllegalArgumentException("'" + shown(text) + "', expected text in local time of " + zone);
        }
        return iso(text, matcher.group(1), zone);
    }

    private static ZoneId zone(@Nullable String offset) {
        try {
            return offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + offset + "', expected an offset there is: " + e.getMessage(), e);
        }
    }

    private static long iso(String text, @Nullable String fraction, ZoneId zone) {
        long ms = of(text.substring(0, 4), text.substring(5, 7), text.substring(8, 10), text.substring(11, 19), zone);
        return fraction == null ? ms : ms + Long.parseLong((fraction.substring(1) + "00").substring(0, 3));
    }

    private static long of(String year, String month, String day, String time, ZoneId zone) {
        try {
            LocalDateTime local = LocalDateTime.of(
                    Integer.parseInt(year),
                    Integer.parseInt(month),
                    Integer.parseInt(day),
                    Integer.parseInt(time.substring(0, 2)),
                    Integer.parseInt(time.substring(3, 5)),
                    Integer.parseInt(time.substring(6, 8)));
            return 1_000 * local.atZone(zone).toEpochSecond();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no date and time there is: " + e.getMessage(), e);
        }
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
