package dev.sextant.venues.kraken.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimeScannerTest {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("'\"'uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z\"'");

    private static long scanned(String quoted) {
        return TimeScanner.micros(quoted.getBytes(StandardCharsets.US_ASCII), 0);
    }

    @Test
    void everyDayIsReadAsTheCalendarHasIt() {
        SplittableRandom random = new SplittableRandom(7);
        for (LocalDate day = LocalDate.of(1971, 1, 1); day.getYear() < 2100; day = day.plusDays(1)) {
            long microOfDay = random.nextLong(86_400_000_000L);
            LocalDateTime time = day.atStartOfDay().plusNanos(microOfDay * 1_000);
            long wanted = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000 + microOfDay;
            assertEquals(wanted, scanned(WRITTEN.format(time)), () -> "" + time);
        }
    }

    @Test
    void everyOtherByteIsNoTime() {
        String time = "\"2026-07-19T17:54:39.753424Z\"";
        for (int at = 0; at < time.length(); at++) {
            for (char c : new char[] {'/', ':', ' ', '}', 0, 'a'}) {
                if (c != time.charAt(at)) {
                    String broken = time.substring(0, at) + c + time.substring(at + 1);
                    assertEquals(TimeScanner.NOT_A_TIME, scanned(broken), broken);
                }
            }
        }
    }
}
