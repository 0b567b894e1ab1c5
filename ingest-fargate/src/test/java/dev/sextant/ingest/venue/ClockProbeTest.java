package dev.sextant.ingest.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.ingest.store.ClockOffset;
import dev.sextant.venues.http.VenueReadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockProbeTest {

    private long nowMs = 1_750_000_000_000L;
    private int requests;

    /** Round trips of 90, 30, 50, 10 and 70 ms; the venue reads its clock in the middle, and it is 40 ms ahead. */
    private long venueTime() {
        int[] roundTripsMs = {90, 30, 50, 10, 70};
        int roundTripMs = roundTripsMs[requests++];
        long venueMs = nowMs + roundTripMs / 2 + 40;
        nowMs += roundTripMs;
        return venueMs;
    }

    @Test
    void theQuickestOfFiveRequestsCounts() throws VenueReadException, InterruptedException {
        ClockOffset offset = new ClockProbe(this::venueTime, () -> nowMs, () -> nowMs).measure();
        assertEquals(5, requests);
        assertEquals(new ClockOffset(40, 10, 1_750_000_000_180L), offset);
    }

    @ParameterizedTest
    @CsvSource({"0,OK", "1000,OK", "-1000,OK", "1001,WARN", "-5000,WARN", "5001,BLOCK", "-5001,BLOCK"})
    void anOffsetBeyondASecondWarnsAndBeyondFiveBlocks(long offsetMs, ClockOffset.Level level) {
        assertEquals(level, new ClockOffset(offsetMs, 1, 1).level());
    }
}
