package dev.sextant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.ingest.health.Health;
import dev.sextant.ingest.store.GapNotes;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.ingest.venue.ClockProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ingest's jobs of the table, by a clock that the test moves. */
class HousekeepingTest {

    private final List<String> done = new ArrayList<>();
    private long nowMs = 7_000;
    private boolean databaseAway;
    private final Housekeeping housekeeping = new Housekeeping(
            new GapNotes(gap -> {}),
            new ClockProbe(() -> nowMs, () -> nowMs, () -> nowMs),
            0,
            offset -> {},
            () -> filters(),
            status -> done.add("heartbeat " + status),
            () -> "{}",
            new Health(List.of(), 0, () -> 0),
            () -> nowMs);

    private void filters() throws StoreException {
        done.add("exchange-info");
        if (databaseAway) {
            throw new StoreException("away", new IllegalStateException());
        }
    }

    private List<String> after(long ms) throws InterruptedException {
        done.clear();
        nowMs += ms;
        housekeeping.step();
        return List.copyOf(done);
    }

    @Test
    void bothAreDoneAtTheStartAndThenInTheirPeriods() throws InterruptedException {
        assertEquals(List.of("heartbeat {}", "exchange-info"), after(0));
        assertEquals(List.of(), after(4_999));
        assertEquals(List.of("heartbeat {}"), after(1));
        assertEquals(List.of("heartbeat {}"), after(5 * 60_000 - 5_001));
        assertEquals(List.of("exchange-info"), after(1));
    }

    @Test
    void filtersThatCouldNotBeKeptAreReadAgainBeforeTheirPeriodIsOver() throws InterruptedException {
        databaseAway = true;
        after(0);
        databaseAway = false;
        assertEquals(List.of("heartbeat {}"), after(14_999));
        assertEquals(List.of("exchange-info"), after(1));
        assertEquals(List.of("heartbeat {}"), after(5 * 60_000 - 1));
    }
}
