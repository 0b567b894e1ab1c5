package dev.sextant.placer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the keeper asks the venue about orders that are not over, and which of them it cancels. */
class RestingOrdersTest {

    private final Rig rig = new Rig();

    @Test
    void exitsOnTheVenuesListAreNotAskedForOneByOne() {
        rig.enter("0.5");
        rig.venue.asked.clear();
        rig.ticks(3);
        assertEquals(List.of(), rig.venue.asked);
        rig.price("61759").ticks(1);
        assertEquals(
                clientId(rig.orders.newest(Purpose.STOP).intent),
                rig.venue.asked.getFirst(),
                "what is off the list is asked for");
    }

    private static String clientId(OrderIntent intent) {
        return intent.request().clientOrderId();
    }

    @Test
    void theKillSwitchCancelsAnEntryThatRestsWhollyOrInPart() {
        for (boolean partly : List.of(false, true)) {
            Rig resting = new Rig();
            OrderIntent entry = resting.restingEntry(partly);
            resting.ticks(1);
            assertEquals(List.of(), resting.venue.canceled, "nobody asked for it");
            resting.orders.cancelsEntries = true;
            resting.ticks(1);
            assertEquals(List.of(clientId(entry)), resting.venue.canceled);
        }
    }

    @Test
    void theKillSwitchLeavesExitsAndEntriesOfUnknownFateAlone() {
        rig.enter("0.5");
        rig.orders.cancelsEntries = true;
        rig.ticks(3);
        assertEquals(List.of(), rig.venue.canceled);

        Rig doubtful = new Rig();
        doubtful.venue.faults.add(SimVenue.Fault.REQUEST_LOST);
        doubtful.enter("0.5");
        doubtful.orders.cancelsEntries = true;
        doubtful.ticks(3);
        assertEquals(List.of(), doubtful.venue.canceled);
    }

    /** Whoever claimed it died after the venue had it. */
    @Test
    void aClaimThatNobodyFinishedIsLookedUpAfterFiveSeconds() {
        OrderIntent entry = rig.approved(Direction.LONG, "0.5");
        rig.orders.claim(new ClaimRequest(entry.id(), "token", Rig.T0, Rig.T0, 0, "test"));
        rig.venue.place(entry.request(), Rig.T0);
        rig.ticks(5);
        assertEquals(List.of("ENTRY BUY 0.5 SENDING"), rig.lines(), "it may still be on its way");
        assertEquals(List.of(), rig.venue.asked);
        rig.ticks(1);
        assertEquals(
                List.of("ENTRY BUY 0.5 FILLED", "CLOSE SELL 0.5 FILLED"),
                rig.lines(),
                "found, and closed at once: it stood six seconds without a stop");
    }

    /** Whoever claimed it died before the venue had it, or the venue hides it: which of the two, only the reconciler says. */
    @Test
    void aClaimThatNobodyFinishedAndNobodyFindsIsNamedADoubt() {
        OrderIntent entry = rig.approved(Direction.LONG, "0.5");
        rig.orders.claim(new ClaimRequest(entry.id(), "token", Rig.T0, Rig.T0, 0, "test"));
        rig.ticks(5);
        assertEquals(List.of("ENTRY BUY 0.5 SENDING"), rig.lines());
        rig.ticks(1);
        assertEquals(List.of("ENTRY BUY 0.5 UNKNOWN"), rig.lines());
        rig.ticks(60);
        assertEquals(List.of("ENTRY BUY 0.5 UNKNOWN"), rig.lines());
    }

    @Test
    void aClaimOfAClockThatWasAheadIsLookedUpAtOnce() {
        OrderIntent entry = rig.approved(Direction.LONG, "0.5");
        long aheadMs = Rig.T0 + 10_000;
        rig.orders.claim(new ClaimRequest(entry.id(), "token", aheadMs, aheadMs, 0, "test"));
        rig.venue.place(entry.request(), Rig.T0);
        rig.ticks(2);
        assertEquals("ENTRY BUY 0.5 FILLED", rig.lines().getFirst());
    }

    @Test
    void aQuietTickIsOneQuestion() {
        rig.enter("0.5");
        rig.venue.calls.clear();
        rig.ticks(3);
        assertEquals(List.of("list", "list", "list"), rig.venue.calls);
    }

    /** On Lambda a few hanging questions would take all the time there is. */
    @Test
    void aMissingStopWaitsForNoQuestion() {
        rig.restingEntry(true);
        rig.venue.calls.clear();
        rig.ticks(1);
        assertEquals("ENTRY BUY 0.5 PARTIALLY_FILLED", rig.lines().getFirst());
        assertEquals(List.of("STOP SELL 0.2 at 61760 OPEN"), rig.lines().subList(1, 2));
        assertEquals("place", rig.venue.calls.getFirst());
    }

    @Test
    void oneQuestionWithoutAnAnswerIsTheLastOfItsTick() {
        rig.enter("0.5");
        rig.venue.faults.add(SimVenue.Fault.ANSWER_LOST);
        rig.told(rig.approved(Direction.LONG, "0.25"));
        rig.venue.readable = false;
        rig.venue.calls.clear();
        rig.ticks(2);
        assertEquals(List.of("list", "list"), rig.venue.calls);
        rig.venue.readable = true;
        rig.ticks(1);
        assertEquals("ENTRY BUY 0.25 FILLED", rig.lines().get(4));
    }

    @Test
    void anOrderThatCannotBeAskedAboutHoldsUpTheOthersForOneTick() {
        OrderIntent stuck = rig.approved(Direction.LONG, "0.5");
        OrderIntent other = rig.approved(Direction.LONG, "0.25");
        for (OrderIntent entry : List.of(stuck, other)) {
            rig.venue.faults.add(SimVenue.Fault.ANSWER_LOST);
            rig.told(entry);
        }
        rig.venue.unreadable.add(stuck.request().clientOrderId());
        rig.ticks(2);
        assertEquals(List.of("ENTRY BUY 0.5 UNKNOWN"), rig.lines().subList(0, 1));
        assertTrue(rig.lines().contains("ENTRY BUY 0.25 FILLED"), rig.lines()::toString);
    }

    @Test
    void whatIsKnownIsProtectedAndClosedThoughNothingCanBeAsked() {
        rig.enter("0.5");
        rig.venue.readable = false;
        rig.orders.closeDemand = "kill";
        rig.ticks(1);
        assertEquals("0", rig.position());
    }
}
