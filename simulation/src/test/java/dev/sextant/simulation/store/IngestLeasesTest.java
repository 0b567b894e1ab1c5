package dev.sextant.simulation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class IngestLeasesTest {

    private static final long NOW_MS = 1_700_000_000_000L;
    private static final long FOR_MS = 10_000;

    private final IngestLeases leases = new IngestLeases(Set.of());
    private final long old = leases.nextEpoch("a", NOW_MS);
    private final long young = leases.nextEpoch("b", NOW_MS);

    @Test
    void epochsRiseAndBeginWithTheClock() {
        assertEquals(NOW_MS / 1_000, old);
        assertEquals(old + 1, young);
    }

    @Test
    void whoeverHasItKeepsItAndItPassesOnlyWhenItsTimeIsOver() {
        assertTrue(leases.hold("a", old, FOR_MS, NOW_MS).held());
        assertFalse(leases.hold("b", young, FOR_MS, NOW_MS + 9_999).held());
        assertEquals(1, leases.hold("a", old, FOR_MS, NOW_MS + 9_999).grant());
        assertFalse(leases.hold("b", young, FOR_MS, NOW_MS + 19_998).held());
        assertEquals(2, leases.hold("b", young, FOR_MS, NOW_MS + 19_999).grant());
        assertEquals(young, leases.heldBy(NOW_MS + 19_999));
    }

    @Test
    void whoLeavesGivesItBackAndIsNotHeardAgain() {
        leases.hold("a", old, FOR_MS, NOW_MS);
        assertTrue(leases.leave("a", old));
        assertEquals(0, leases.heldBy(NOW_MS));
        assertTrue(leases.hold("b", young, FOR_MS, NOW_MS).held());
        assertThrows(IllegalArgumentException.class, () -> leases.hold("a", old, FOR_MS, NOW_MS));
        assertFalse(leases.leave("a", old));
    }

    @Test
    void aLaterRunOfTheSameOwnerNeedNotWait() {
        leases.hold("b", young, FOR_MS, NOW_MS);
        long again = leases.nextEpoch("b", NOW_MS);
        assertTrue(leases.hold("b", again, FOR_MS, NOW_MS + 1).held());
    }

    @Test
    void theOldRunIsSupersededOnceTheYoungOneHasBeenSilentForOneAndAHalfLeases() {
        leases.hold("b", young, FOR_MS, NOW_MS);
        assertFalse(leases.hold("a", old, FOR_MS, NOW_MS + 14_999).superseded());
        assertTrue(leases.hold("a", old, FOR_MS, NOW_MS + 15_000).superseded());
        assertFalse(leases.hold("b", young, FOR_MS, NOW_MS + 15_000).superseded());
    }
}
