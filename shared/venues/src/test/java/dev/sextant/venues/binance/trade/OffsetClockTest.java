package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class OffsetClockTest {

    private final SteppedTime time = new SteppedTime();
    private final AtomicInteger asked = new AtomicInteger();

    @Example
    void theSampleWithTheShortestRoundTripCounts() throws Exception {
        long[] goMs = {80, 10, 200, 3, 50};
        long[] backMs = {10, 10, 10, 4, 50};
        OffsetClock clock = new OffsetClock(
                () -> {
                    int i = asked.getAndIncrement();
                    time.advanceMs(goMs[i]);
                    long serverMs = time.wallMs + 1_234;
                    time.advanceMs(backMs[i]);
                    return serverMs;
                },
                time.timing());
        // 3 ms there, 4 ms back: the middle of 7 ms is taken as 3.
        assertEquals(time.wallMs + 427 + 1_234, clock.nowMs());
        assertEquals(OptionalLong.of(1_234), clock.offsetMs());
        assertEquals(5, asked.get());
    }

    /** The error of a measurement is at most half its round trip, whatever the path was like. */
    @Property(tries = 1_000)
    void theErrorIsAtMostHalfTheShortestRoundTrip(
            @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long offsetMs,
            @ForAll @Size(10) List<@IntRange(max = 2_000) Integer> pathsMs)
            throws Exception {
        SteppedTime machine = new SteppedTime();
        AtomicInteger step = new AtomicInteger();
        OffsetClock clock = new OffsetClock(
                () -> {
                    machine.advanceMs(pathsMs.get(step.getAndIncrement()));
                    long serverMs = machine.wallMs + offsetMs;
                    machine.advanceMs(pathsMs.get(step.getAndIncrement()));
                    return serverMs;
                },
                machine.timing());
        long shortestMs = Long.MAX_VALUE;
        for (int i = 0; i < pathsMs.size(); i += 2) {
            shortestMs = Math.min(shortestMs, pathsMs.get(i) + pathsMs.get(i + 1));
        }
        long errorMs = Math.abs(clock.nowMs() - (machine.wallMs + offsetMs));
        assertTrue(errorMs <= (shortestMs + 1) / 2, () -> errorMs + " ms");
    }

    @Example
    void aMeasurementLastsSixtySecondsOfMonotonicTime() throws Exception {
        OffsetClock clock = new OffsetClock(this::ask, time.timing());
        clock.nowMs();
        time.nanos += 60_000_000_000L;
        clock.nowMs();
        assertEquals(5, asked.get());
        time.wallMs += 86_400_000;
        clock.nowMs();
        assertEquals(5, asked.get(), "the wall clock jumped, which is no age");
        time.nanos += 1;
        clock.nowMs();
        assertEquals(10, asked.get());
    }

    @Example
    void whatIsForgottenIsMeasuredAgain() throws Exception {
        OffsetClock clock = new OffsetClock(this::ask, time.timing());
        assertEquals(OptionalLong.empty(), clock.offsetMs());
        clock.nowMs();
        clock.forget();
        assertEquals(OptionalLong.empty(), clock.offsetMs());
        clock.nowMs();
        assertEquals(10, asked.get());
    }

    @Example
    void oneGoodSampleIsEnoughAndNoneIsNot() throws Exception {
        OffsetClock lucky = new OffsetClock(() -> askUntil(1), time.timing());
        assertEquals(time.wallMs, lucky.nowMs());
        OffsetClock unlucky = new OffsetClock(() -> askUntil(0), time.timing());
        assertThrows(VenueUnavailableException.class, unlucky::nowMs);
    }

    @Example
    void aClockThatStandsStillIsAskedEachTime() throws Exception {
        VenueOwnClock clock = new VenueOwnClock(this::ask);
        long standingMs = clock.nowMs();
        time.nanos += 1_000_000_000;
        assertEquals(standingMs, clock.nowMs());
        assertEquals(2, asked.get());
        assertEquals(OptionalLong.empty(), clock.offsetMs());
    }

    private long ask() {
        asked.incrementAndGet();
        return time.wallMs;
    }

    private long askUntil(int good) throws VenueUnavailableException {
        if (asked.incrementAndGet() > good) {
            throw new VenueUnavailableException("no answer");
        }
        return time.wallMs;
    }
}
