package dev.sextant.recordings.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTest {

    @ParameterizedTest
    @CsvSource({
        "1700000000, SECONDS, 2023-11-14T22:13:20Z",
        "1700000000.0015, SECONDS, 2023-11-14T22:13:20.001Z",
        "1700000000001, MILLISECONDS, 2023-11-14T22:13:20.001Z",
        "1700000000001999, MICROSECONDS, 2023-11-14T22:13:20.001Z",
        "1700000000001999999, NANOSECONDS, 2023-11-14T22:13:20.001Z",
        "20231114 22:13:20, COMPACT_TEXT, 2023-11-14T22:13:20Z",
        "2023-11-14 22:13:20, TEXT, 2023-11-14T22:13:20Z",
        "2023-11-14 22:13:20.008, TEXT, 2023-11-14T22:13:20.008Z",
        "2023-11-14T22:13:20.1234567Z, TEXT, 2023-11-14T22:13:20.123Z",
        "2023-11-15 06:13:20+08:00, TEXT, 2023-11-14T22:13:20Z",
    })
    void timesAreToldByTheirLook(String text, TimeFormat format, Instant time) {
        assertEquals(format, TimeFormat.of(text));
        assertEquals(time.toEpochMilli(), format.parse(text));
    }

    /** In the hour that comes twice in autumn the earlier one is meant, as in the files that have it. */
    @ParameterizedTest
    @CsvSource({
        "2023-03-26 00:00:00, 2023-03-26T00:00:00Z",
        "2023-03-26 09:00:00, 2023-03-26T08:00:00Z",
        "2023-10-29 01:00:00, 2023-10-29T00:00:00Z",
        "2023-10-29 08:00:00, 2023-10-29T08:00:00Z",
    })
    void localTimesBecomeUtc(String text, Instant time) {
        assertEquals(time.toEpochMilli(), TimeFormat.parseLocal(text, ZoneId.of("Europe/London")));
    }

    @Test
    void whatIsNoTimeSaysWhatWouldBeRight() {
        assertNull(TimeFormat.of("yesterday"));
        assertNull(TimeFormat.of("-5"));
        assertEquals(
                "'1700000000', expected milliseconds since 1970",
                assertThrows(IllegalArgumentException.class, () -> TimeFormat.MILLISECONDS.parse("1700000000"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> TimeFormat.TEXT.parse("2023-02-30 00:00:00"));
        assertThrows(IllegalArgumentException.class, () -> TimeFormat.MILLISECONDS.parse("9999999999999"));
    }
}
