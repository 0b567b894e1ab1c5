package dev.sextant.local.scenario;

import static dev.sextant.local.scenario.ScriptedFaults.PLACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.venue.faults.RequestFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The answer to an order is lost, late, or says nothing: at most one order, and none without a stop. */
@Timeout(30)
class PlacementScenariosTest {

    private final ScenarioDesk desk = new ScenarioDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @Scenario(
            value = {"timeout-after-accept", "reply-lost-then-filled"},
            cases = 2)
    void anOrderWhoseReplyIsLostIsFoundFilledAndGetsItsStop() {
        desk.faults.next(PLACE, new RequestFault.DropReply());
        StoredIntent entry = desk.enter();
        assertEquals("UNKNOWN", entry.state());
        assertEquals("SUBMITTED", entry.shown());
        assertTrue(String.valueOf(entry.detail()).startsWith("the venue may or may not have it, asking"));
        desk.tick();
        assertEquals("FILLED", desk.entry().state());
        assertEquals(1, desk.accepted(entry));
        assertEquals(1, desk.faults.asked(PLACE));
        desk.assertProtectedPosition("0.5");
    }
}
