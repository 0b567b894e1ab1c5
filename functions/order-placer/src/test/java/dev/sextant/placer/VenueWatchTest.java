package dev.sextant.placer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.risk.GuardState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often the venue is asked, and what the guard is told. */
class VenueWatchTest {

    private final Rig rig = new Rig();
    private final List<String> told = new ArrayList<>();
    private long laterMs;

    private final CountedMetrics metrics = new CountedMetrics();

    private GuardJournal.Word note(Account account, @org.jspecify.annotations.Nullable String trouble, long nowMs) {
        told.add(nowMs - Rig.T0 + " " + (trouble == null ? "reached" : trouble));
        return new GuardJournal.Word(1, GuardState.REDUCING, Map.of("Unprotected", 2L));
    }

    private VenueWatch watch(GuardJournal journal) {
        return new VenueWatch(rig.venue, journal, () -> Rig.T0 + laterMs, metrics);
    }

    private static void lookAt(VenueWatch watch) {
        watch.look(Rig.ACCOUNT);
    }

    @Test
    void theVenueIsAskedEveryTenSecondsWhetherThereIsWorkOrNot() {
        VenueWatch watch = watch(this::note);
        for (laterMs = 0; laterMs <= 25_000; laterMs += 1_000) {
            lookAt(watch);
        }
        assertEquals(List.of("0 reached", "10000 reached", "20000 reached"), told);
        assertEquals("HoldAlerts 1", metrics.counted.getFirst());
        assertEquals("EntriesBarred 1", metrics.counted.get(1));
        assertEquals("Halted 0", metrics.counted.get(2));
        assertEquals("Unprotected 2", metrics.counted.get(3));
    }

    @Test
    void aMarketTimeThatWentBackIsAskedForAnew() {
        VenueWatch watch = watch(this::note);
        lookAt(watch);
        laterMs = -86_400_000;
        lookAt(watch);
        assertEquals(List.of("0 reached", "-86400000 reached"), told);
    }

    @Test
    void aVenueThatDoesNotAnswerIsToldWithItsReason() {
        VenueWatch watch = watch(this::note);
        rig.venue.readable = false;
        lookAt(watch);
        rig.venue.readable = true;
        laterMs = 10_000;
        lookAt(watch);
        assertEquals(List.of("0 no answer in 4000 ms", "10000 reached"), told);
    }

    @Test
    void theWatchRunsOnEachTick() {
        OrderPlacer placer = new OrderPlacer(
                rig.orders,
                rig.venue,
                symbol -> Optional.of(Rig.instrument()),
                rig::nowMs,
                () -> 0,
                () -> "t",
                watch(this::note)::look);
        placer.onRecord(new Tick(Rig.ACCOUNT, Rig.T0, Map.of(), Map.of()));
        placer.onRecord(new Sweep(Rig.ACCOUNT));
        assertEquals(List.of("0 reached"), told);
    }
}
