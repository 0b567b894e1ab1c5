package dev.sextant.ingest.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.ingest.rig.MemoryLeases;
import dev.sextant.ingest.store.StoreException;
import org.junit.jupiter.api.Test;

/** Two runs and their database, by clocks moved by hand. */
class LeaseTest {

    private long databaseMs = 1_000_000;
    private long machineMs = 5_000;
    private long wallMs = 1_750_000_000_000L;
    private final MemoryLeases leases = new MemoryLeases(() -> databaseMs, 0);

    private Lease run(String owner) throws StoreException {
        return new Lease(leases, owner, leases.nextEpoch(owner), false, () -> machineMs, () -> wallMs);
    }

    private void pass(long ms, Lease... alive) {
        for (long passed = 0; passed < ms; passed += 250) {
            databaseMs += 250;
            machineMs += 250;
            wallMs += 250;
            for (Lease lease : alive) {
                lease.step();
            }
        }
    }

    @Test
    void aSingleRunHasTheLeaseAtOnceAndKeepsItUnderOneGrant() throws StoreException {
        Lease only = run("a");
        assertFalse(only.isHeld());
        only.step();
        long grant = only.term();
        assertTrue(grant > 0);
        for (int second = 0; second < 60; second++) {
            pass(1_000, only);
            assertEquals(grant, only.term());
        }
    }

    @Test
    void duringADeploymentTheOldOneTellsTheTimeUntilItLeaves() throws StoreException {
        Lease old = run("a");
        old.step();
        Lease young = run("b");
        pass(30_000, old, young);
        assertTrue(old.isHeld());
        assertFalse(young.isHeld());
        assertEquals("a", young.last().holder());
        old.leave();
        assertFalse(old.isHeld());
        pass(1_000, young);
        assertEquals("b", young.last().holder());
        assertFalse(young.isHeld(), "the old one may have told a second that this one has not read yet");
        pass(1_000, young);
        assertTrue(young.isHeld());
    }

    @Test
    void afterACrashTheOtherWaitsForTheEndOfTheLeaseAndNoLonger() throws StoreException {
        Lease dead = run("a");
        Lease other = run("b");
        dead.step();
        pass(9_000, other);
        assertFalse(other.isHeld());
        pass(3_000, other);
        assertTrue(other.isHeld());
    }

    @Test
    void aRestartUnderTheSameNameDoesNotWait() throws StoreException {
        Lease killed = run("desk");
        killed.step();
        Lease restarted = run("desk");
        restarted.step();
        assertTrue(restarted.isHeld());
        killed.step();
        pass(3_000, killed);
        assertFalse(killed.isHeld(), "should it live after all, it learns so with its next renewal");
        assertTrue(restarted.isHeld());
    }

    @Test
    void whoCannotReachTheDatabaseTellsNoTimeBeforeAnotherMay() throws StoreException {
        Lease partitioned = run("a");
        partitioned.step();
        pass(3_000, partitioned);
        leases.down(true);
        pass(8_000, partitioned);
        assertFalse(partitioned.isHeld());
        leases.down(false);
        Lease other = run("b");
        other.step();
        assertFalse(other.isHeld(), "the database has not given it to another yet");
        pass(5_000, other);
        assertTrue(other.isHeld());
        pass(1_000, partitioned, other);
        assertFalse(partitioned.isHeld());
    }

    @Test
    void aShortOutageOfTheDatabaseCostsNothing() throws StoreException {
        Lease lease = run("a");
        lease.step();
        long grant = lease.term();
        leases.down(true);
        pass(7_000, lease);
        assertEquals(grant, lease.term());
        leases.down(false);
        pass(5_000, lease);
        assertEquals(grant, lease.term());
    }

    @Test
    void aMachineThatSleptTellsNoTimeUntilItHasAsked() throws StoreException {
        Lease lease = run("a");
        lease.step();
        wallMs += 60_000;
        databaseMs += 60_000;
        assertFalse(lease.isHeld(), "its monotonic clock stood still, the calendar did not");
        pass(3_250, lease);
        assertTrue(lease.isHeld());
    }

    @Test
    void anOldRunLearnsThatAYoungerOneHasTakenOverAndGone() throws StoreException {
        Lease old = run("a");
        old.step();
        Lease young = run("b");
        pass(5_000, old, young);
        assertFalse(old.superseded(), "it is still there");
        pass(14_000, old);
        assertFalse(old.superseded());
        pass(4_000, old);
        assertTrue(old.superseded(), "consumers reject the old one's frames, and nobody else sends any");
        assertTrue(old.isHeld());
    }
}
