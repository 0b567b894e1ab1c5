package dev.sextant.venues.kraken.trade.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KrakenClockTest {

    private static final long MS = 1_000_000L;
    private static final long OFFSET_MS = 1_767_225_600_437L;

    private long nanos = 5_000 * MS;
    private int asked;
    private boolean down;

    private final KrakenClock clock = new KrakenClock(this::second, () -> nanos, () -> nanos / MS + OFFSET_MS - 700);

    private long second() throws VenueUnavailableException {
        asked++;
        if (down) {
            throw new VenueUnavailableException("down");
        }
        nanos += 10 * MS;
        long second = trueMs() / 1_000;
        nanos += 10 * MS;
        return second;
    }

    private long trueMs() {
        return nanos / MS + OFFSET_MS;
    }

    @Test
    void oneAnswerIsGoodToHalfASecondAndIsKept() throws Exception {
        long error = Math.abs(clock.nowMs() - trueMs());
        assertTrue(error <= 511, "off by " + error);
        nanos += 900 * MS;
        clock.nowMs();
        assertEquals(1, asked);
    }

    @Test
    void someAnswersAtTheTurnOfASecondAreGoodToATenth() throws Exception {
        clock.settle(8, ms -> nanos += ms * MS);
        assertTrue(asked <= 8, "asked " + asked);
        assertTrue(Math.abs(clock.nowMs() - trueMs()) <= 51);
        KrakenClock.Reading reading = clock.reading().orElseThrow();
        assertTrue(Math.abs(reading.offsetMs() - 700) <= reading.uncertainMs(), reading::toString);
        assertTrue(reading.uncertainMs() <= 51, reading::toString);
    }

    @Test
    void callsThroughTheDayGetCloserByThemselves() throws Exception {
        for (int i = 0; i < 60; i++) {
            nanos += 1_337 * MS;
            clock.nowMs();
        }
        assertTrue(Math.abs(clock.nowMs() - trueMs()) <= 51);
        assertTrue(asked < 20, "asked " + asked);
    }

    @Test
    void anOldMeasurementIsNotReliedOnAndAFreshOneOutlivesAnOutage() throws Exception {
        clock.nowMs();
        down = true;
        nanos += 30_000 * MS;
        clock.nowMs();
        nanos += 31_000 * MS;
        assertThrows(VenueUnavailableException.class, clock::nowMs);
    }

    @Test
    void afterARestoreItIsMeasuredAnew() throws Exception {
        clock.nowMs();
        clock.forget();
        assertEquals(Optional.empty(), clock.reading());
        clock.nowMs();
        assertEquals(2, asked);
    }
}
