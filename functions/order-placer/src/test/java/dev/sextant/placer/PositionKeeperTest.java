package dev.sextant.placer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoreException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionKeeperTest {

    private final Rig rig = new Rig();

    @Test
    void theFirstFillIsProtectedInTheSamePass() {
        rig.enter("0.5");
        assertEquals(
                List.of(
                        "ENTRY BUY 0.5 FILLED",
                        "STOP SELL 0.5 at 61760 OPEN",
                        "TAKE_PROFIT_1 SELL 0.25 at 61830 OPEN",
                        "TAKE_PROFIT_2 SELL 0.25 at 61860 OPEN"),
                rig.lines());
        assertEquals(3, rig.resting());
        rig.ticks(60);
        assertEquals(4, rig.lines().size(), "and then left alone");
    }

    @Test
    void aShortIsTheMirrorImage() {
        rig.told(rig.approved(Direction.SHORT, "0.501"));
        assertEquals(
                List.of(
                        "ENTRY SELL 0.501 FILLED",
                        "STOP BUY 0.501 at 61839.9 OPEN",
                        "TAKE_PROFIT_1 BUY 0.25 at 61769.9 OPEN",
                        "TAKE_PROFIT_2 BUY 0.251 at 61739.9 OPEN"),
                rig.lines());
    }

    @Test
    void fromTheFirstTargetToTheSecondWithTheStopAtBreakEven() {
        rig.enter("0.5");
        rig.price("61830").ticks(1);
        assertEquals(
                List.of(
                        "ENTRY BUY 0.5 FILLED",
                        "STOP SELL 0.5 at 61760 OPEN",
                        "TAKE_PROFIT_1 SELL 0.25 at 61830 FILLED",
                        "TAKE_PROFIT_2 SELL 0.25 at 61860 OPEN",
                        "STOP SELL 0.25 at 61800 OPEN"),
                rig.lines());
        rig.ticks(1);
        assertEquals("STOP SELL 0.5 at 61760 CANCELED", rig.lines().get(1), "once the new one is acknowledged");
        rig.price("61860").ticks(1);
        assertEquals("TAKE_PROFIT_2 SELL 0.25 at 61860 FILLED", rig.lines().get(3));
        assertEquals("STOP SELL 0.25 at 61800 CANCELED", rig.lines().get(4), "its trade is closed");
        assertEquals("0", rig.position());
        assertEquals(0, rig.resting());
    }

    @Test
    void theStopTakesAllOfItAndTheTargetsAreRemoved() {
        rig.enter("0.5");
        rig.price("61759").ticks(1);
        assertEquals(
                List.of(
                        "ENTRY BUY 0.5 FILLED",
                        "STOP SELL 0.5 at 61760 FILLED",
                        "TAKE_PROFIT_1 SELL 0.25 at 61830 CANCELED",
                        "TAKE_PROFIT_2 SELL 0.25 at 61860 CANCELED"),
                rig.lines());
        assertEquals("0", rig.position());
    }

    @Test
    void anEntryThatFilledInPartIsProtectedForThatPart() {
        rig.book("61800", "0.2").enter("0.5");
        assertEquals(
                List.of(
                        "ENTRY BUY 0.5 EXPIRED",
                        "STOP SELL 0.2 at 61760 OPEN",
                        "TAKE_PROFIT_1 SELL 0.1 at 61830 OPEN",
                        "TAKE_PROFIT_2 SELL 0.1 at 61860 OPEN"),
                rig.lines());
    }

    @Test
    void aRefusedStopClosesThePosition() {
        rig.venue.faults.add(SimVenue.Fault.NONE);
        rig.venue.faults.add(SimVenue.Fault.REFUSED);
        rig.enter("0.5");
        assertEquals("STOP SELL 0.5 at 61760 REJECTED", rig.lines().get(1));
        rig.ticks(1);
        assertEquals("CLOSE SELL 0.5 FILLED", rig.lines().getLast());
        rig.ticks(1);
        assertEquals("0", rig.position());
        assertEquals(0, rig.resting(), "no target outlives its trade");
    }

    @Test
    void aStopAtBreakEvenThatIsRefusedForGoodKeepsTheFirstOne() {
        rig.enter("0.5");
        rig.price("61830");
        rig.venue.faults.add(SimVenue.Fault.REFUSED_FOR_GOOD);
        rig.ticks(30);
        assertEquals(
                List.of(
                        "ENTRY BUY 0.5 FILLED",
                        "STOP SELL 0.5 at 61760 OPEN",
                        "TAKE_PROFIT_1 SELL 0.25 at 61830 FILLED",
                        "TAKE_PROFIT_2 SELL 0.25 at 61860 OPEN",
                        "STOP SELL 0.25 at 61800 REJECTED"),
                rig.lines());
        rig.price("61750").ticks(1);
        assertEquals("0", rig.position(), "reduce-only: the larger stop closes what is left and opens nothing");
    }

    /** Placed in time it would have sold by now. */
    @Test
    void aPriceThatIsBackBeyondBreakEvenWhenItsStopComesClosesTheRest() {
        rig.enter("0.5");
        rig.price("61830");
        rig.venue.faults.add(SimVenue.Fault.REFUSED);
        rig.ticks(3);
        assertEquals(
                List.of(
                        "ENTRY BUY 0.5 FILLED",
                        "STOP SELL 0.5 at 61760 CANCELED",
                        "TAKE_PROFIT_1 SELL 0.25 at 61830 FILLED",
                        "TAKE_PROFIT_2 SELL 0.25 at 61860 CANCELED",
                        "STOP SELL 0.25 at 61800 REJECTED",
                        "CLOSE SELL 0.25 FILLED"),
                rig.lines());
        assertEquals("0", rig.position());
    }

    @Test
    void aPauseAfterTheEntryOnlyPutsTheTargetsOff() {
        rig.venue.faults.addAll(
                List.of(SimVenue.Fault.NONE, SimVenue.Fault.NONE, SimVenue.Fault.NOT_SENT, SimVenue.Fault.NOT_SENT));
        rig.enter("0.5");
        rig.venue.paused = true;
        rig.ticks(60);
        assertEquals(1, rig.resting(), "the stop");
        assertEquals(2 + 2 * 7, rig.lines().size(), "tried after 1, 2, 4, 8 and then every 16 s");
        rig.venue.paused = false;
        rig.ticks(16);
        assertEquals(
                List.of("TAKE_PROFIT_1 SELL 0.25 at 61830 OPEN", "TAKE_PROFIT_2 SELL 0.25 at 61860 OPEN"),
                rig.lines().subList(16, 18));
        rig.ticks(60);
        assertEquals(18, rig.lines().size());
    }

    @Test
    void aPauseAfterTheFirstTargetOnlyPutsBreakEvenOff() {
        rig.enter("0.5");
        rig.price("61830");
        rig.venue.paused = true;
        rig.ticks(4);
        assertEquals(
                List.of("STOP SELL 0.25 at 61800 REJECTED", "STOP SELL 0.25 at 61800 REJECTED"),
                rig.lines().subList(4, 6));
        assertEquals("STOP SELL 0.5 at 61760 OPEN", rig.lines().get(1));
        rig.venue.paused = false;
        rig.ticks(5);
        assertEquals("STOP SELL 0.25 at 61800 OPEN", rig.lines().getLast());
        assertEquals("STOP SELL 0.5 at 61760 CANCELED", rig.lines().get(1));
    }

    /** Somebody moved far within a second; the target's part is sold where its order would have sold it. */
    @Test
    void aTargetThatThePriceHasPassedIsTakenAtMarketAndBreakEvenFollows() {
        rig.venue.faults.addAll(List.of(SimVenue.Fault.NONE, SimVenue.Fault.NONE, SimVenue.Fault.REFUSED));
        rig.enter("0.5");
        rig.price("61840").ticks(1);
        assertEquals(
                List.of(
                        "ENTRY BUY 0.5 FILLED",
                        "STOP SELL 0.5 at 61760 OPEN",
                        "TAKE_PROFIT_1 SELL 0.25 at 61830 REJECTED",
                        "TAKE_PROFIT_2 SELL 0.25 at 61860 OPEN",
                        "TAKE_PROFIT_1 SELL 0.25 FILLED"),
                rig.lines());
        rig.ticks(2);
        assertEquals("STOP SELL 0.25 at 61800 OPEN", rig.lines().getLast());
        assertEquals("STOP SELL 0.5 at 61760 CANCELED", rig.lines().get(1));
        assertEquals("0.25", rig.position());
    }

    @Test
    void aStopThatWasNeverSentIsTriedAgainAndTheTradeGoesOn() {
        rig.venue.faults.addAll(List.of(SimVenue.Fault.NONE, SimVenue.Fault.NOT_SENT));
        rig.enter("0.5");
        assertEquals("STOP SELL 0.5 at 61760 REJECTED", rig.lines().get(1));
        rig.ticks(1);
        assertEquals("STOP SELL 0.5 at 61760 OPEN", rig.lines().getLast());
        rig.ticks(60);
        assertEquals(5, rig.lines().size(), "and is not closed");
    }

    @Test
    void stopsThatCannotBeSentForFiveSecondsEndInAClose() {
        rig.venue.faults.add(SimVenue.Fault.NONE);
        for (int i = 0; i < 20; i++) {
            rig.venue.faults.add(SimVenue.Fault.NOT_SENT);
        }
        rig.enter("0.5");
        rig.ticks(5);
        assertEquals(
                6,
                rig.lines().stream()
                        .filter("STOP SELL 0.5 at 61760 REJECTED"::equals)
                        .count());
        rig.ticks(1);
        assertEquals("CLOSE SELL 0.5 REJECTED", rig.lines().getLast());
        rig.venue.faults.clear();
        rig.ticks(1);
        assertEquals("0", rig.position());
    }

    /** Somebody cancels it by hand at the exchange. */
    @Test
    void aStopThatIsLostTwentyMinutesInIsReplacedAtOnce() {
        rig.enter("0.5");
        rig.wait(20 * 60_000);
        OperatorHand.cancels(rig, rig.orders.newest(Purpose.STOP).intent);
        rig.ticks(1);
        assertEquals("STOP SELL 0.5 at 61760 CANCELED", rig.lines().get(1));
        assertEquals("STOP SELL 0.5 at 61760 OPEN", rig.lines().getLast());
        rig.price("61830").ticks(2);
        OperatorHand.cancels(rig, rig.orders.newest(Purpose.STOP).intent);
        rig.ticks(1);
        assertEquals("STOP SELL 0.25 at 61800 OPEN", rig.lines().getLast(), "at break-even, where it was");
        assertEquals("0.25", rig.position());
    }

    /** The market order filled, and nobody knew for a second: no longer, because it stands without a stop. */
    @Test
    void anEntryWhoseAnswerWasLostIsFoundAndProtectedOnTheNextTick() {
        rig.venue.faults.add(SimVenue.Fault.ANSWER_LOST);
        rig.enter("0.5");
        assertEquals(List.of("ENTRY BUY 0.5 UNKNOWN"), rig.lines());
        rig.ticks(1);
        assertEquals(
                List.of(
                        "ENTRY BUY 0.5 FILLED",
                        "STOP SELL 0.5 at 61760 OPEN",
                        "TAKE_PROFIT_1 SELL 0.25 at 61830 OPEN",
                        "TAKE_PROFIT_2 SELL 0.25 at 61860 OPEN"),
                rig.lines());
    }

    /** Found and filled, but not booked, it would stand without a stop for another second. */
    @Test
    void whatIsFoundOnTheTickIsBookedThoughTheAnswersToItGetLost() {
        rig.venue.faults.add(SimVenue.Fault.ANSWER_LOST);
        rig.enter("0.5");
        rig.orders.loseReportAnswers(2);
        rig.ticks(1);
        assertEquals("ENTRY BUY 0.5 FILLED", rig.lines().getFirst());
        assertEquals("STOP SELL 0.5 at 61760 OPEN", rig.lines().get(1));
    }

    /** The ingest is away and no tick comes: the minute's sweep finds a position that stood a minute without a stop. */
    @Test
    void withoutTicksTheSweepOfTheScheduleEndsWhatIsNaked() {
        rig.venue.faults.add(SimVenue.Fault.ANSWER_LOST);
        rig.enter("0.5");
        rig.sweep();
        assertEquals(List.of("ENTRY BUY 0.5 FILLED", "CLOSE SELL 0.5 FILLED"), rig.lines());
        assertEquals("0", rig.position());
    }

    /** What the venue doesn't know stays unknown here: only the reconciler weighs an absence. */
    @Test
    void anEntryThatNeverArrivedStaysUnknown() {
        rig.venue.faults.add(SimVenue.Fault.REQUEST_LOST);
        rig.enter("0.5");
        rig.ticks(60);
        assertEquals(List.of("ENTRY BUY 0.5 UNKNOWN"), rig.lines());
        assertEquals("0", rig.position());
    }

    @Test
    void aStopWhoseAnswerWasLostLeadsToACloseAfterFiveSeconds() {
        rig.venue.faults.add(SimVenue.Fault.NONE);
        rig.venue.faults.add(SimVenue.Fault.REQUEST_LOST);
        rig.enter("0.5");
        rig.ticks(5);
        assertEquals("STOP SELL 0.5 at 61760 UNKNOWN", rig.lines().get(1));
        assertEquals("0.5", rig.position());
        rig.ticks(1);
        assertEquals("CLOSE SELL 0.5 FILLED", rig.lines().getLast());
        assertEquals("0", rig.position());
    }

    @Test
    void aCloseWhoseAnswerWasLostIsFollowedByAnotherUnderANewId() {
        rig.enter("0.5");
        rig.wait((int) Rig.HOLD_MS);
        rig.venue.faults.add(SimVenue.Fault.REQUEST_LOST);
        rig.ticks(1);
        assertEquals("CLOSE SELL 0.5 UNKNOWN", rig.lines().getLast());
        rig.ticks(5);
        assertEquals(5, rig.lines().size(), "held back while its fate may still turn up");
        rig.ticks(1);
        assertEquals(
                List.of("CLOSE SELL 0.5 UNKNOWN", "CLOSE SELL 0.5 FILLED"),
                rig.lines().subList(4, 6));
        assertEquals("0", rig.position());
    }

    @Test
    void timeIsUpAfterTheLongestHolding() {
        rig.enter("0.5");
        rig.wait((int) Rig.HOLD_MS - 1_000).ticks(1);
        assertEquals("CLOSE SELL 0.5 FILLED", rig.lines().getLast());
        rig.ticks(1);
        assertEquals(0, rig.resting());
        assertEquals("timeout", rig.orders.newest(Purpose.CLOSE).intent.cause().split(":", -1)[0]);
    }

    @Test
    void anOrphanWhoseCancelGotNoAnswerIsCanceledAgain() {
        rig.enter("0.5");
        rig.price("61759");
        rig.venue.cancelable = false;
        rig.ticks(2);
        assertEquals(
                "TAKE_PROFIT_1 SELL 0.25 at 61830 OPEN, canceling", rig.lines().get(2));
        assertEquals(2, rig.resting());
        rig.venue.cancelable = true;
        rig.ticks(1);
        assertEquals("TAKE_PROFIT_1 SELL 0.25 at 61830 CANCELED", rig.lines().get(2));
        int asked = rig.venue.canceled.size();
        rig.ticks(5);
        assertEquals(asked, rig.venue.canceled.size(), "what is canceled is not canceled again");
    }

    @Test
    void whileTheVenueCannotBeReadNothingIsAssumed() {
        rig.enter("0.5");
        rig.price("61759");
        rig.venue.readable = false;
        rig.ticks(10);
        assertEquals("STOP SELL 0.5 at 61760 OPEN", rig.lines().get(1));
        assertEquals(4, rig.venue.placed.size());
        rig.venue.readable = true;
        rig.ticks(1);
        assertEquals("STOP SELL 0.5 at 61760 FILLED", rig.lines().get(1));
    }

    @Test
    void aStopThatTheVenueRejectsAtItsTriggerProtectsNothingAnyMore() {
        rig.enter("0.5");
        OperatorHand.closes(rig, "0.5");
        rig.price("61759").ticks(1);
        assertEquals("STOP SELL 0.5 at 61760 EXPIRED", rig.lines().get(1));
    }

    @Test
    void closesThatTheVenueRefusesFollowEachOtherSlowerAndSlower() {
        rig.enter("0.5");
        OperatorHand.closes(rig, "0.5");
        rig.price("61759").ticks(120);
        long closes =
                rig.lines().stream().filter("CLOSE SELL 0.5 REJECTED"::equals).count();
        assertEquals(11, closes, "after 1, 2, 4, 8 and then every 16 s");
    }

    @Test
    void aTradeThatCannotBeLookedAfterDoesNotLeaveTheOthersAlone() {
        OrderIntent first = rig.approved(Direction.LONG, "0.5");
        OrderIntent second = rig.approved(Direction.LONG, "0.25");
        rig.orders.failReservesOf(first.tradeId());
        assertThrows(StoreException.class, () -> rig.told(first), "so that Lambda delivers it again");
        rig.told(second);
        assertEquals(
                List.of(
                        "ENTRY BUY 0.5 FILLED",
                        "ENTRY BUY 0.25 FILLED",
                        "STOP SELL 0.25 at 61760 OPEN",
                        "TAKE_PROFIT_1 SELL 0.125 at 61830 OPEN",
                        "TAKE_PROFIT_2 SELL 0.125 at 61860 OPEN"),
                rig.lines(),
                "an entry's own trade is looked after, whatever another needs");

        assertThrows(StoreException.class, () -> rig.price("61831").ticks(1));
        assertEquals(
                1,
                rig.lines().stream()
                        .filter(line -> line.startsWith("STOP SELL 0.125 at 61800"))
                        .count(),
                rig.lines()::toString);
    }
}
