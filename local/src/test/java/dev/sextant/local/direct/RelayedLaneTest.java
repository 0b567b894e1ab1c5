package dev.sextant.local.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.venue.faults.Faults;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The direct lane on paper beside another venue's books, which one venue over loopback makes up and a second one relays. */
class RelayedLaneTest {

    /** As long as the relay believes what it heard last, and a heartbeat is late. */
    private static final long BELIEVED_MS = 2_500;

    private @Nullable RelayStage relay;

    private final DirectDesk desk = new DirectDesk(clock -> relay = new RelayStage(11, clock), Faults.none());

    @AfterEach
    void close() {
        desk.close();
    }

    private RelayStage relay() {
        RelayStage stage = relay;
        if (stage == null) {
            throw new AssertionError("the desk has no stage");
        }
        return stage;
    }

    @Test
    void trianglesAreTradedInTheRelayedBooksAndBothSidesHaveTheSameBooks() {
        desk.streaming().untilEnded(4);
        desk.untilComplete();
        desk.rest();
        assertEquals(new TreeMap<>(desk.atVenue()), new TreeMap<>(desk.records().balances()));
        assertEquals(Map.of(), desk.found(), "the reconciler has nothing to say");
    }

    @Test
    void nothingIsFilledOnBooksOfWhichNothingIsHeard() {
        desk.streaming().untilEnded(2);
        relay().setSilent(true);
        long sinceMs = desk.nowMs();
        while (!relay().isClosed()) {
            desk.steps(1);
        }
        assertTrue(
                desk.nowMs() - sinceMs <= BELIEVED_MS + 20, () -> "closed after " + (desk.nowMs() - sinceMs) + " ms");
        int fills = desk.fillTimes().size();
        // Less than the five seconds after which the feed asks for another connection, and has whole books again.
        desk.steps(100);
        assertEquals(fills, desk.fillTimes().size(), "nothing was filled on what was not heard any more");
        relay().setSilent(false);
        // And it goes on when it is heard again, however many come too late on a busy machine.
        desk.untilFills(fills + 2);
        desk.rest();
        assertEquals(new TreeMap<>(desk.atVenue()), new TreeMap<>(desk.records().balances()));
    }

    @Test
    void aConnectionThatBreaksStopsTradingAtOnce() {
        desk.streaming().untilEnded(1);
        relay().setSilent(true);
        relay().cut();
        int fills = desk.fillTimes().size();
        assertTrue(relay().isClosed());
        // Until it is connected again, and has whole books.
        for (int step = 0; step < 100 && relay().isClosed(); step++) {
            assertEquals(fills, desk.fillTimes().size());
            desk.steps(1);
        }
    }
}
