package dev.sextant.reconciler;

import static dev.sextant.reconciler.MemoryDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.VenueOrder.Status;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one look at one order answers: whether it changed anything. */
class OrderCheckTest {

    private static final long HORIZON = T0 + OrderCheck.HORIZON_MS;

    private final MemoryDesk desk = new MemoryDesk();
    private final ShownVenue venue = new ShownVenue();

    /** As its own pass would. */
    private boolean settle(StoredOrder order, long nowMs) throws VenueUnavailableException {
        return new OrderCheck(desk, venue, desk).settle(order, nowMs);
    }

    private StoredOrder now(StoredOrder order) {
        return desk.all().stream()
                .filter(other -> other.id().equals(order.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aYoungClaimIsBookedWhenItIsFound() throws VenueUnavailableException {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.SENDING);
        venue.has(entry, Status.FILLED, "0.5");
        assertTrue(settle(entry, T0 + 1));
        assertFalse(settle(entry, T0 + 1), "everything of it is booked");
    }

    /** An exit is sent whatever the clock says, and its fills are the venue's time. */
    @Test
    void aFillOfBeforeAClaimThatWasStampedByAClockAheadIsBooked() throws VenueUnavailableException {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.OPEN);
        venue.filledAtMs = T0 - 9_000;
        venue.has(stop, Status.FILLED, "0.5");
        assertTrue(settle(stop, T0 + 1));
        assertEquals(OrderState.FILLED, desk.state(stop));
    }

    @Test
    void thatAYoungClaimIsNotFoundSaysNothing() throws VenueUnavailableException {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.SENDING);
        assertFalse(settle(entry, T0 + 4_999));
        assertEquals(OrderState.SENDING, desk.state(entry));
        assertEquals(0, now(entry).notFoundChecks());
        assertTrue(settle(entry, T0 + 5_000));
        assertEquals(OrderState.UNKNOWN, desk.state(entry));
    }

    /** The clock was an hour ahead when it was claimed: its age is not known, and it is not waited for for an hour. */
    @Test
    void aClaimOfAWrongClockIsQuarantinedAfterTwelveAnswers() throws VenueUnavailableException {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.SENDING);
        long beforeMs = T0 - 3_600_000;
        assertFalse(settle(entry, T0 - StoredOrder.AHEAD_MS), "clocks differ a little");
        assertTrue(settle(entry, beforeMs));
        for (int look = 2; look < 12; look++) {
            assertFalse(settle(now(entry), beforeMs));
        }
        assertTrue(settle(now(entry), beforeMs));
        assertEquals(OrderState.QUARANTINED, desk.state(entry));
        assertEquals("not found 12 times", desk.reports.getLast().reason());
    }

    @Test
    void aClaimThatIsNowhereIsUnknownAndThenQuarantinedAndThenNotPlaced() throws VenueUnavailableException {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.SENDING);
        assertTrue(settle(entry, T0 + 5_000));
        assertFalse(settle(now(entry), HORIZON - 1), "it may still be on its way");
        assertTrue(settle(now(entry), HORIZON));
        assertEquals(OrderState.QUARANTINED, desk.state(entry));
        assertFalse(settle(now(entry), HORIZON + OrderCheck.QUARANTINE_MS - 1));
        assertTrue(settle(now(entry), HORIZON + OrderCheck.QUARANTINE_MS));
        assertEquals(OrderState.NOT_PLACED, desk.state(entry));
        assertEquals("never appeared at the venue", desk.reports.getLast().reason());
        assertEquals("not found 3 times", desk.reports.get(1).reason());
    }

    @Test
    void beforeTheHorizonNoNumberOfAnswersIsEnough() throws VenueUnavailableException {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        for (int look = 0; look < 5; look++) {
            assertFalse(settle(now(entry), HORIZON - 1));
        }
        assertTrue(settle(now(entry), HORIZON));
    }

    @Test
    void twoAnswersInOnePassAreOne() throws VenueUnavailableException {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        OrderCheck pass = new OrderCheck(desk, venue, desk);
        assertFalse(pass.settle(now(entry), HORIZON));
        assertFalse(pass.settle(now(entry), HORIZON));
        assertEquals(1, now(entry).notFoundChecks());
    }

    @Test
    void aPositionThatSpeaksForTheOrderChangesNothing() throws VenueUnavailableException {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        venue.position = "0.5";
        settle(entry, HORIZON);
        assertFalse(settle(now(entry), HORIZON));
        assertEquals(List.of(), desk.reports);
    }

    @Test
    void anOrderOnTheListOfOpenOnesIsTakenBack() throws VenueUnavailableException {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.UNKNOWN);
        venue.stranger("by-hand").has(stop, Status.OPEN).forgets(stop);
        settle(stop, HORIZON);
        StoredOrder asRead = now(stop);
        assertTrue(settle(asRead, HORIZON));
        assertEquals(OrderState.OPEN, desk.state(stop));
        assertFalse(settle(asRead, HORIZON), "somebody else had booked it since it was read");
    }

    @Test
    void anOrderThatRestedEndsAfterAnHourOfPassesThatDoNotFindIt() throws VenueUnavailableException {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.OPEN);
        for (int pass = 1; pass < OrderCheck.VANISHED_CHECKS; pass++) {
            assertFalse(settle(now(stop), T0 + pass * 60_000L));
            assertEquals(pass >= 2, now(stop).vanished());
        }
        assertTrue(settle(now(stop), T0 + OrderCheck.VANISHED_CHECKS * 60_000L));
        assertEquals(OrderState.CANCELED, desk.state(stop));
        assertEquals("no longer known, asked 60 times", desk.reports.getLast().reason());
    }

    @Test
    void anOrderThatRestsOnTheListOfOpenOnesNeverVanishes() throws VenueUnavailableException {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.OPEN);
        venue.has(stop, Status.OPEN).forgets(stop);
        for (int pass = 1; pass <= OrderCheck.VANISHED_CHECKS; pass++) {
            assertFalse(settle(now(stop), T0 + pass * 60_000L));
        }
        assertEquals(OrderState.OPEN, desk.state(stop));
    }

    @Test
    void anOrderThatRestedIsNotGivenUpForOneAnswer() throws VenueUnavailableException {
        for (OrderState state : List.of(OrderState.OPEN, OrderState.PARTIALLY_FILLED)) {
            StoredOrder stop = desk.sent(Purpose.STOP, state);
            assertFalse(settle(stop, HORIZON + OrderCheck.QUARANTINE_MS));
            assertEquals(state, desk.state(stop));
        }
    }

    @Test
    void anAnswerThatCannotBeTrustedIsNone() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        venue.reachable = false;
        VenueUnavailableException failure = assertThrows(VenueUnavailableException.class, () -> settle(entry, HORIZON));
        assertEquals("timed out", failure.getMessage());
    }

    @Test
    void anUnknownOrderIsOnItsWayUntilTheHorizon() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        assertTrue(OrderCheck.onItsWay(entry, HORIZON - 1));
        assertFalse(OrderCheck.onItsWay(entry, HORIZON));
    }

    @Test
    void ofTheOthersThoseAtTheVenueAreOnTheirWay() {
        for (OrderState state : OrderState.values()) {
            boolean moving =
                    state == OrderState.SENDING || state == OrderState.OPEN || state == OrderState.PARTIALLY_FILLED;
            assertEquals(moving, OrderCheck.onItsWay(desk.sent(Purpose.ENTRY, state), HORIZON), state.name());
        }
    }
}
