package dev.sextant.local.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.direct.LaneLease;
import dev.sextant.ingest.lease.TickGate;
import dev.sextant.local.venue.faults.Faults;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two processes of the direct lane with one key, on one Postgres: one trades, the other waits. */
class TwoDirectLanesTest {

    private final DirectDesk desk = new DirectDesk(11, Faults.none());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theSecondWaitsUntilTheFirstFallsSilentAndTheFirstTradesNoMore() throws Exception {
        try (LaneLease rival = desk.lease("second")) {
            rival.step();
            assertEquals(TickGate.CLOSED, rival.term());
            CountDownLatch stop = new CountDownLatch(1);
            stop.countDown();
            assertFalse(rival.await(stop), "it is told to stop while it waits");
            desk.streaming().untilEnded(1);

            desk.leaseGoesUnrenewed(8_000);
            assertEquals(TickGate.CLOSED, desk.lease().term(), "shut before the database gives it away");
            desk.settle();
            int before = desk.records().plans();
            desk.steps(1_500);
            assertEquals(before, desk.records().plans());
            desk.leaseRunsOut();
            assertTrue(rival.await(new CountDownLatch(1)));
            desk.secondLane(rival);
            assertTrue(desk.lease().step(), "the first learns that it has lost it");
            desk.untilEnded(desk.records().ended() + 2);
            desk.rest();
            assertEquals(
                    new TreeMap<>(desk.atVenue()), new TreeMap<>(desk.records().balances()));
            assertEquals(Map.of(), desk.found());
            desk.lease().step();
            assertEquals(TickGate.CLOSED, desk.lease().term(), "for good");
        }
    }

    @Test
    void theNextRunOfTheSameNameNeedNotWaitNorDoesOneAfterALeave() {
        desk.leaseGoesUnrenewed(3_000);
        try (LaneLease again = desk.lease("first")) {
            again.step();
            assertTrue(again.term() != TickGate.CLOSED);
            assertTrue(desk.lease().step(), "the run before has lost it");
        }
        try (LaneLease other = desk.lease("other")) {
            other.step();
            assertTrue(other.term() != TickGate.CLOSED, "it was given back");
        }
    }
}
