package dev.sextant.reconciler;

import static dev.sextant.reconciler.MemoryDesk.ACCOUNT;
import static dev.sextant.reconciler.MemoryDesk.BTC;
import static dev.sextant.reconciler.MemoryDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.domain.venue.VenueOrder.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconcilerTest {

    private static final long MINUTE_MS = 60_000;

    private final MemoryDesk desk = new MemoryDesk();
    private final ShownVenue venue = new ShownVenue();
    private final MemoryBooks books = new MemoryBooks();
    private final Reconciler reconciler = new Reconciler(desk, venue, desk, books);

    private Findings pass(long afterMs) {
        return reconciler.run(ACCOUNT, T0 + afterMs);
    }

    @Test
    void anUnknownOrderThatTheVenueFilledIsBookedWithItsFills() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        venue.has(entry, Status.FILLED, "0.2", "0.3").position = "0.5";

        assertEquals(new Findings(1, 1, 0, List.of(), List.of(), List.of(), List.of()), pass(10_000));
        assertEquals(OrderState.FILLED, desk.state(entry));
        assertEquals(Map.of(BTC, new BigDecimal("0.5")), desk.positions(ACCOUNT));
        assertEquals(
                new Findings(0, 0, 0, List.of(), List.of(), List.of(), List.of()),
                pass(70_000),
                "nothing is left to do");
        assertEquals(List.of("UNKNOWN -> FILLED"), desk.moves);
    }

    @Test
    void aClaimOfAMomentAgoIsLeftToThePlacer() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.SENDING);
        pass(4_999);
        assertEquals(OrderState.SENDING, desk.state(entry));
        pass(5_000);
        assertEquals(OrderState.UNKNOWN, desk.state(entry));
    }

    @Test
    void anOrderThatIsNowhereIsQuarantinedAndOnlyAnHourLaterNeverPlaced() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.SENDING);
        pass(30_000);
        pass(45_000);
        assertEquals(OrderState.UNKNOWN, desk.state(entry), "one answer");
        pass(50_000);
        assertEquals(OrderState.UNKNOWN, desk.state(entry), "two answers, but the horizon has not passed");
        pass(MINUTE_MS);
        assertEquals(OrderState.QUARANTINED, desk.state(entry));
        for (int minute = 2; minute <= 60; minute++) {
            pass(minute * MINUTE_MS);
            assertEquals(OrderState.QUARANTINED, desk.state(entry), "minute " + minute);
        }
        pass(61 * MINUTE_MS);
        assertEquals(List.of("SENDING -> UNKNOWN", "UNKNOWN -> QUARANTINED", "QUARANTINED -> NOT_PLACED"), desk.moves);
    }

    @Test
    void oneAnswerIsNotEnoughHoweverOldTheOrderIs() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        venue.stranger("by-hand").position = "0";
        pass(10 * MINUTE_MS);
        assertEquals(OrderState.UNKNOWN, desk.state(entry));
        pass(11 * MINUTE_MS);
        assertEquals(OrderState.QUARANTINED, desk.state(entry));
    }

    @Test
    void anOrderOnTheListOfOpenOnesIsNotMissingWhateverTheQuerySays() {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.UNKNOWN);
        venue.has(stop, Status.OPEN).forgets(stop);
        pass(2 * MINUTE_MS);
        pass(3 * MINUTE_MS);
        assertEquals(OrderState.OPEN, desk.state(stop));
        assertEquals(List.of("UNKNOWN -> OPEN"), desk.moves);
    }

    @Test
    void aPositionThatSpeaksForAMissingOrderKeepsItsRiskReservedAndBlocksTheSymbol() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        venue.has(entry, Status.FILLED, "0.5").forgets(entry).position = "0.5";
        assertEquals(List.of(), pass(30_000).mismatches(), "it may be on its way");
        Findings doubt = pass(2 * MINUTE_MS);
        pass(3 * MINUTE_MS);
        assertEquals(OrderState.UNKNOWN, desk.state(entry));
        assertEquals(List.of(new Findings.Mismatch(BTC, "0", "0.5")), doubt.mismatches());
        assertEquals("BTCUSDT: position 0 here, 0.5 at the venue", desk.blocks.getFirst());
        pass(120 * MINUTE_MS);
        assertEquals(OrderState.UNKNOWN, desk.state(entry));
    }

    @Test
    void aQuarantineDoesNotEndWhileThePositionsDiffer() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        pass(MINUTE_MS);
        pass(2 * MINUTE_MS);
        assertEquals(OrderState.QUARANTINED, desk.state(entry));
        venue.position = "0.5";
        assertEquals(1, pass(90 * MINUTE_MS).mismatches().size());
        assertEquals(OrderState.QUARANTINED, desk.state(entry));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void aQuarantinedOrderThatTurnsUpIsTakenBackHoweverItEnded(Status status) {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        pass(MINUTE_MS);
        pass(2 * MINUTE_MS);
        venue.has(entry, status);
        pass(3 * MINUTE_MS);
        String expected = switch (status) {
            case OPEN -> "OPEN";
            case PARTIALLY_FILLED -> "PARTIALLY_FILLED";
            case FILLED -> "FILLED";
            case CANCELED, REJECTED, EXPIRED -> "CANCELED";
        };
        assertEquals(expected, desk.state(entry).name());
    }

    @Test
    void aStopThatTheVenueRejectsAtItsTriggerDoesNotStayOpen() {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.OPEN);
        venue.has(stop, Status.REJECTED);
        pass(MINUTE_MS);
        assertEquals(OrderState.EXPIRED, desk.state(stop));
    }

    @Test
    void aCancelThatWasAskedForIsAskedForAgainWhileTheOrderRests() {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.OPEN);
        venue.has(stop, Status.OPEN);
        pass(MINUTE_MS);
        assertEquals(List.of(), venue.canceled, "nobody asked");
        desk.requestCancel(stop.id(), "test", "why not", T0);
        pass(2 * MINUTE_MS);
        assertEquals(List.of(stop.request().clientOrderId()), venue.canceled);
    }

    @Test
    void whileTheVenueCannotBeReachedNothingChangesAndThePassIsNotClean() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        venue.reachable = false;
        for (int minute = 1; minute <= 120; minute++) {
            Findings findings = pass(minute * MINUTE_MS);
            assertFalse(findings.clean());
            assertEquals(3, findings.unreadable().size(), findings.toString());
            assertFalse(findings.overviewRead(), "positions could not be read");
        }
        assertEquals(OrderState.UNKNOWN, desk.state(entry));
        assertEquals(List.of(), desk.moves);
        assertEquals(List.of(), desk.blocks);
        assertEquals(120, desk.published.size(), "but it says so each time");
    }

    @Test
    void anOrderAloneThatCannotBeReadLeavesThePassUncleanAndTheOverviewRead() {
        Findings findings = new Findings(
                1, 0, 1, List.of(), List.of(), List.of(), List.of(Findings.unreadOrder("sx1", "timed out")));
        assertFalse(findings.clean());
        assertTrue(findings.overviewRead());
    }

    @Test
    void aPositionThatDiffersIsBlockedAndReportedNeverTraded() {
        venue.position = "-0.1";
        Findings findings = pass(MINUTE_MS);
        assertEquals(List.of(new Findings.Mismatch(BTC, "0", "-0.1")), findings.mismatches());
        assertEquals(List.of("BTCUSDT: position 0 here, -0.1 at the venue"), desk.blocks);
        assertFalse(findings.clean());
        assertEquals(findings, desk.published.getLast());
    }

    @Test
    void aDifferenceThatGoesAwayInTheSamePassIsNone() {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.OPEN);
        venue.has(stop, Status.OPEN);
        // The stop fills right after the orders were read and before the positions are.
        venue.onOpenOrders = () -> {
            venue.onOpenOrders = () -> {};
            venue.has(stop, Status.FILLED, "0.5").position = "-0.5";
        };
        Findings findings = pass(MINUTE_MS);
        assertEquals(new Findings(1, 1, 0, List.of(), List.of(), List.of(), List.of()), findings);
        assertEquals(List.of(), desk.blocks);
    }

    @Test
    void strangersAreShownAndNeverTouched() {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.OPEN);
        venue.has(stop, Status.OPEN).stranger("web_17");
        Findings findings = pass(MINUTE_MS);
        assertEquals(List.of("web_17"), findings.strangers());
        assertTrue(findings.clean());
        assertEquals(List.of(), venue.canceled);
    }

    @Test
    void strangersAreWrittenDownAndOnlyTheVenuesOwnBlockTheirSymbol() {
        desk.sent(Purpose.STOP, OrderState.OPEN);
        venue.stranger("web_17");
        pass(MINUTE_MS);
        assertEquals(Map.of("web_17", Stranger.EXTERNAL), desk.strangers);
        assertEquals(List.of(), desk.blocks);

        venue.stranger("autoclose-12");
        List<String> blocked =
                List.of("BTCUSDT: the venue closes the position itself (LIQUIDATION, order autoclose-12)");
        pass(2 * MINUTE_MS);
        assertEquals(blocked, desk.blocks);
        pass(3 * MINUTE_MS);
        assertEquals(blocked, desk.blocks, "once");
    }

    @Test
    void anOrderOfOurFormThatNobodyKnowsOrThatWasGivenUpBlocksItsSymbol() {
        StoredOrder late = desk.sent(Purpose.ENTRY, OrderState.NOT_PLACED);
        StoredOrder settled = desk.sent(Purpose.STOP, OrderState.CANCELED);
        String lateId = late.request().clientOrderId();
        venue.stranger("sxabcdefghijklmnopqrstuvwx")
                .stranger(lateId)
                .stranger(settled.request().clientOrderId());
        pass(MINUTE_MS);
        assertEquals(
                Map.of("sxabcdefghijklmnopqrstuvwx", Stranger.UNKNOWN, lateId, Stranger.LATE),
                desk.strangers,
                "the venue's list is older than the cancel");
        assertEquals(
                Set.of(
                        "BTCUSDT: order " + lateId + " was given up as never placed, and turned up",
                        "BTCUSDT: order sxabcdefghijklmnopqrstuvwx has our form of id and is no intent of the desk"),
                Set.copyOf(desk.blocks));
    }

    @Test
    void anOrderSentDuringThePassIsNoStranger() {
        venue.onOpenOrders = () -> {
            venue.onOpenOrders = () -> {};
            venue.has(desk.sent(Purpose.STOP, OrderState.SENDING), Status.OPEN);
        };
        assertEquals(List.of(), pass(1_000).strangers());
    }

    /** As many of each kind that no other choice of kinds makes the same sum. */
    @Test
    void ordersInDoubtOrInQuarantineAreCountedAsUnknownAndOthersAreNot() {
        desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        for (int i = 0; i < 2; i++) {
            desk.sent(Purpose.ENTRY, OrderState.QUARANTINED);
        }
        for (int i = 0; i < 4; i++) {
            venue.has(desk.sent(Purpose.STOP, OrderState.OPEN), Status.OPEN);
        }
        assertEquals(new Findings(7, 0, 3, List.of(), List.of(), List.of(), List.of()), pass(MINUTE_MS));
    }

    @Test
    void anyMixOfDoubtsConvergesInTwoPasses() {
        StoredOrder filled = desk.sent(Purpose.ENTRY, OrderState.SENDING);
        StoredOrder resting = desk.sent(Purpose.STOP, OrderState.UNKNOWN);
        StoredOrder triggered = desk.sent(Purpose.STOP, OrderState.OPEN);
        venue.has(filled, Status.FILLED, "0.5").has(resting, Status.OPEN).has(triggered, Status.FILLED, "0.5");
        pass(MINUTE_MS);
        Findings second = pass(2 * MINUTE_MS);
        assertEquals(0, second.changed());
        assertTrue(second.clean());
        assertEquals(
                List.of(OrderState.FILLED, OrderState.OPEN, OrderState.FILLED),
                List.of(desk.state(filled), desk.state(resting), desk.state(triggered)));
    }

    @Test
    void aPositionThatIsNotWhatItsFillsMakeBlocksItsSymbol() {
        books.booked = new Position(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO, 1);
        Findings findings = pass(60_000);
        assertFalse(findings.clean());
        assertEquals(
                List.of(
                        "BTCUSDT: the booked position (quantity 1, cost 10, realised 0, fees 0, 1 fills) is not what its"
                                + " fills make (quantity 0, cost 0, realised 0, fees 0, 0 fills)"),
                desk.blocks);
    }
}
