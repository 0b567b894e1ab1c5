package dev.sextant.placer;

import static dev.sextant.domain.order.OrderState.APPROVED;
import static dev.sextant.domain.order.OrderState.BLOCKED;
import static dev.sextant.domain.order.OrderState.CANCELED;
import static dev.sextant.domain.order.OrderState.EXPIRED;
import static dev.sextant.domain.order.OrderState.EXPIRED_UNSENT;
import static dev.sextant.domain.order.OrderState.FILLED;
import static dev.sextant.domain.order.OrderState.NOT_PLACED;
import static dev.sextant.domain.order.OrderState.OPEN;
import static dev.sextant.domain.order.OrderState.PARTIALLY_FILLED;
import static dev.sextant.domain.order.OrderState.REJECTED;
import static dev.sextant.domain.order.OrderState.UNKNOWN;
import static dev.sextant.domain.order.Purpose.CLOSE;
import static dev.sextant.domain.order.Purpose.STOP;
import static dev.sextant.domain.order.Purpose.TAKE_PROFIT_1;
import static dev.sextant.domain.order.Purpose.TAKE_PROFIT_2;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitPlannerTest {

    @Test
    void anEntryThatIsStillFillingGetsAStopForWhatItHasAndNoTargetsYet() {
        PlannedTrade trade = PlannedTrade.longTrade().entry("0.5", PARTIALLY_FILLED, "0.2");
        assertEquals(List.of("STOP 0.2 at 61760 for f1"), trade.needs(10));
    }

    @Test
    void theNextFillIsCoveredByAStopOfItsOwn() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .lastFill("f2")
                .stop("0.2", OPEN, "f1");
        assertEquals(
                List.of(
                        "STOP 0.3 at 61760 for f2",
                        "TAKE_PROFIT_1 0.25 at 61830 for f2",
                        "TAKE_PROFIT_2 0.25 at 61860 for f2"),
                trade.needs(900));
    }

    @Test
    void oddQuantitiesAreSharedWithoutARemainder() {
        PlannedTrade trade =
                PlannedTrade.longTrade().entry("0.003", FILLED, "0.003").stop("0.003", OPEN, "f1");
        assertEquals(
                List.of("TAKE_PROFIT_1 0.001 at 61830 for f1", "TAKE_PROFIT_2 0.002 at 61860 for f1"), trade.needs(10));
        PlannedTrade oneStep =
                PlannedTrade.longTrade().entry("0.001", FILLED, "0.001").stop("0.001", OPEN, "f1");
        assertEquals(List.of("TAKE_PROFIT_2 0.001 at 61860 for f1"), oneStep.needs(10));
    }

    @Test
    void pricesAreRoundedTowardsTheEntry() {
        PlannedTrade trade = new PlannedTrade(Direction.SHORT).entry("0.5", FILLED, "0.5");
        assertEquals(
                List.of(
                        "STOP 0.5 at 61840 for f1",
                        "TAKE_PROFIT_1 0.25 at 61770 for f1",
                        "TAKE_PROFIT_2 0.25 at 61740 for f1"),
                trade.needs(10));
    }

    @Test
    void anAverageBetweenTicksLeavesNoTriggerBetweenThem() {
        PlannedTrade bought =
                PlannedTrade.longTrade().entry("0.5", FILLED, "0.5").at("61800.04");
        assertEquals(
                List.of(
                        "STOP 0.5 at 61760.1 for f1",
                        "TAKE_PROFIT_1 0.25 at 61830 for f1",
                        "TAKE_PROFIT_2 0.25 at 61860 for f1"),
                bought.needs(10));
        PlannedTrade sold =
                new PlannedTrade(Direction.SHORT).entry("0.5", FILLED, "0.5").at("61800.04");
        assertEquals(
                List.of(
                        "STOP 0.5 at 61840 for f1",
                        "TAKE_PROFIT_1 0.25 at 61770.1 for f1",
                        "TAKE_PROFIT_2 0.25 at 61740.1 for f1"),
                sold.needs(10));
    }

    @Test
    void targetsForAFillDoNotAnswerItsDemandForAStop() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .lastFill("f2")
                .stop("0.2", OPEN, "f1")
                .exit(TAKE_PROFIT_1, "0.25", OPEN, "0", "f2")
                .exit(TAKE_PROFIT_2, "0.25", OPEN, "0", "f2");
        assertEquals(List.of("STOP 0.3 at 61760 for f2"), trade.needs(900));
    }

    @Test
    void aRefusedStopIsNoReasonToCloseWhatAnotherOneCoversExactly() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .stop("0.25", OPEN, "f1")
                .exit(TAKE_PROFIT_1, "0.25", FILLED, "0.25", "f1")
                .exit(TAKE_PROFIT_2, "0.25", OPEN, "0", "f1")
                .stop("0.25", REJECTED, "tp1:trade");
        assertEquals(List.of(), trade.needs(60_000));
    }

    @Test
    void theStopAtBreakEvenReplacesTheOthersThatRestAndNotItself() {
        for (var state : List.of(OPEN, PARTIALLY_FILLED, UNKNOWN, APPROVED)) {
            PlannedTrade trade = PlannedTrade.longTrade()
                    .entry("0.5", FILLED, "0.5")
                    .stop("0.5", state, "f1")
                    .exit(TAKE_PROFIT_1, "0.25", FILLED, "0.25", "f1")
                    .exit(TAKE_PROFIT_2, "0.25", OPEN, "0", "f1")
                    .stop("0.25", OPEN, "tp1:trade");
            boolean rests = state == OPEN || state == PARTIALLY_FILLED;
            assertEquals(rests ? List.of("cancel STOP for f1") : List.of(), trade.needs(1_000), state.name());
        }
    }

    @Test
    void whatIsOnItsWayIsNotAskedForTwice() {
        for (var state : List.of(APPROVED, UNKNOWN)) {
            PlannedTrade trade = PlannedTrade.longTrade()
                    .entry("0.5", FILLED, "0.5")
                    .stop("0.5", state, "f1")
                    .exit(TAKE_PROFIT_1, "0.25", UNKNOWN, "0", "f1")
                    .exit(TAKE_PROFIT_2, "0.25", UNKNOWN, "0", "f1");
            assertEquals(List.of(), trade.needs(5_000));
        }
    }

    @Test
    void aPositionWithoutAnAcknowledgedStopForFiveSecondsIsClosed() {
        PlannedTrade trade =
                PlannedTrade.longTrade().entry("0.5", FILLED, "0.5").stop("0.5", UNKNOWN, "f1");
        assertEquals(List.of("close 0.5 for unprotected:trade"), trade.needs(5_001));
        trade.exit(CLOSE, "0.5", REJECTED, "0", "unprotected:trade");
        assertEquals(List.of("close 0.5 for unprotected:…"), trade.needs(6_000), "again, under a new id");
    }

    @Test
    void aCloseThatWasStampedByAClockFarAheadHoldsNothingUp() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .stop("0.5", OPEN, "f1")
                .demand("kill")
                .after(3_600_000)
                .exit(CLOSE, "0.5", APPROVED, "0", "kill:trade");
        assertEquals(List.of("close 0.5 for kill:…"), trade.needs(61_000));
    }

    @Test
    void aRefusedStopForTheSecondFillClosesInsteadOfAskingForEver() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .lastFill("f2")
                .stop("0.2", OPEN, "f1")
                .stop("0.3", REJECTED, "f2");
        assertEquals(List.of("close 0.5 for stop_rejected:trade"), trade.needs(900));
    }

    @Test
    void aPartWithoutAnAcknowledgedStopForFiveSecondsIsClosedToo() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .lastFill("f2")
                .stop("0.2", OPEN, "f1")
                .exit(TAKE_PROFIT_1, "0.25", OPEN, "0", "f2")
                .exit(TAKE_PROFIT_2, "0.25", OPEN, "0", "f2")
                .after(10_000)
                .stop("0.3", UNKNOWN, "f2");
        assertEquals(List.of(), trade.needs(15_000));
        assertEquals(List.of("close 0.5 for unprotected:trade"), trade.needs(15_001));
    }

    @Test
    void aStopThatEndedWithoutAFillIsReplaced() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .stop("0.5", EXPIRED, "f1")
                .exit(TAKE_PROFIT_1, "0.25", OPEN, "0", "f1")
                .exit(TAKE_PROFIT_2, "0.25", OPEN, "0", "f1");
        assertEquals(List.of("STOP 0.5 at 61760 for after:…"), trade.needs(4_000));
    }

    @Test
    void aFillThatTurnsUpAfterBreakEvenIsCoveredOnceAndForAll() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.6", EXPIRED, "0.6")
                .lastFill("late")
                .exit(TAKE_PROFIT_1, "0.25", FILLED, "0.25", "f1")
                .exit(TAKE_PROFIT_2, "0.25", OPEN, "0", "f1")
                .stop("0.25", OPEN, "tp1:trade");
        assertEquals(List.of("STOP 0.1 at 61800 for tp1:…"), trade.needs(60_000));
        trade.stop("0.1", OPEN, "tp1:first");
        assertEquals(List.of(), trade.needs(61_000), "and not canceled again, which would go on for ever");
    }

    @Test
    void theFirstStopGoesOnlyWhenTheOneAtBreakEvenIsAcknowledged() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .stop("0.5", OPEN, "f1")
                .exit(TAKE_PROFIT_1, "0.25", FILLED, "0.25", "f1")
                .exit(TAKE_PROFIT_2, "0.25", OPEN, "0", "f1");
        assertEquals(List.of("STOP 0.25 at 61800 for tp1:trade"), trade.needs(60_000));
        assertEquals(
                List.of(),
                trade.after(60_000).stop("0.25", UNKNOWN, "tp1:trade").needs(120_000));
    }

    @Test
    void timeIsUpBeforeEverythingElse() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .stop("0.5", OPEN, "f1")
                .exit(TAKE_PROFIT_1, "0.25", FILLED, "0.25", "f1");
        assertEquals(List.of("close 0.25 for timeout:trade"), trade.needs(Rig.HOLD_MS));
        trade.after(Rig.HOLD_MS).exit(CLOSE, "0.25", OPEN, "0", "timeout:trade");
        assertEquals(List.of(), trade.needs(Rig.HOLD_MS + 60_000), "one that the venue has is enough");
    }

    @Test
    void whatIsDemandedForAllTradesComesBeforeEverythingElse() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .stop("0.5", OPEN, "f1")
                .demand("kill");
        assertEquals(List.of("close 0.5 for kill:trade"), trade.needs(10));
        trade.after(10).exit(CLOSE, "0.5", OPEN, "0", "kill:trade");
        assertEquals(List.of(), trade.needs(60_000), "one that the venue has is enough");
    }

    @Test
    void aClosedTradeNeedsNothing() {
        PlannedTrade trade =
                PlannedTrade.longTrade().entry("0.5", FILLED, "0.5").exit(STOP, "0.5", FILLED, "0.5", "f1");
        assertEquals(List.of(), trade.needs(10));
    }

    private static PlannedTrade protectedTrade() {
        return PlannedTrade.longTrade().entry("0.5", FILLED, "0.5").stop("0.5", OPEN, "f1");
    }

    private static PlannedTrade afterTheFirstTarget() {
        return protectedTrade()
                .exit(TAKE_PROFIT_1, "0.25", FILLED, "0.25", "f1")
                .exit(TAKE_PROFIT_2, "0.25", OPEN, "0", "f1");
    }

    @Test
    void aTargetThatWasNotPlacedIsWishedAgainUnderANewIdSlowerAndSlower() {
        for (String code : List.of("NOT_SENT", "abandoned", "-1003", "-1021")) {
            PlannedTrade trade = protectedTrade()
                    .exit(TAKE_PROFIT_1, "0.25", OPEN, "0", "f1")
                    .code(code)
                    .exit(TAKE_PROFIT_2, "0.25", REJECTED, "0", "f1");
            assertEquals(List.of(), trade.needs(999), code);
            assertEquals(List.of("TAKE_PROFIT_2 0.25 at 61860 for after:…"), trade.needs(1_000), code);
            trade.after(1_000).code(code).exit(TAKE_PROFIT_2, "0.25", REJECTED, "0", "after:one");
            assertEquals(List.of(), trade.needs(2_999), code);
            assertEquals(List.of("TAKE_PROFIT_2 0.25 at 61860 for after:…"), trade.needs(3_000), code);
        }
        PlannedTrade never = protectedTrade()
                .exit(TAKE_PROFIT_1, "0.25", OPEN, "0", "f1")
                .exit(TAKE_PROFIT_2, "0.25", NOT_PLACED, "0", "f1");
        assertEquals(List.of("TAKE_PROFIT_2 0.25 at 61860 for after:…"), never.needs(3_600_000));
    }

    @Test
    void aTargetThatWouldBeRefusedAgainOrMayBeThereIsNotWishedAgain() {
        for (var state : List.of(REJECTED, UNKNOWN, CANCELED)) {
            PlannedTrade trade = protectedTrade()
                    .exit(TAKE_PROFIT_1, "0.25", OPEN, "0", "f1")
                    .code("-1111")
                    .exit(TAKE_PROFIT_2, "0.25", state, "0", "f1");
            assertEquals(List.of(), trade.needs(3_600_000), state.name());
        }
    }

    @Test
    void aTargetThatThePriceHasPassedIsTakenAtMarketOnce() {
        PlannedTrade trade = protectedTrade()
                .code("-2021")
                .exit(TAKE_PROFIT_1, "0.25", REJECTED, "0", "f1")
                .exit(TAKE_PROFIT_2, "0.25", OPEN, "0", "f1");
        assertEquals(List.of("take TAKE_PROFIT_1 0.25 for after:…"), trade.needs(10));
        assertEquals(
                List.of(),
                trade.exit(TAKE_PROFIT_1, "0.25", UNKNOWN, "0", "after:one").needs(3_600_000));
    }

    @Test
    void aStopAtBreakEvenThatWasNotPlacedIsWishedAgain() {
        for (var state : List.of(REJECTED, NOT_PLACED, BLOCKED, EXPIRED_UNSENT)) {
            PlannedTrade trade =
                    afterTheFirstTarget().after(60_000).code("NOT_SENT").stop("0.25", state, "tp1:trade");
            assertEquals(List.of(), trade.needs(60_999), state.name());
            assertEquals(List.of("STOP 0.25 at 61800 for tp1:…"), trade.needs(61_000), state.name());
        }
    }

    @Test
    void aBreakEvenThatThePriceHasPassedClosesTheRest() {
        PlannedTrade trade = afterTheFirstTarget().after(60_000).code("-2021").stop("0.25", REJECTED, "tp1:trade");
        assertEquals(List.of("close 0.25 for break_even:trade"), trade.needs(60_000));
    }

    @Test
    void aStopThatWasNeverSentIsTriedAgainWhileTheFiveSecondsLast() {
        PlannedTrade trade =
                PlannedTrade.longTrade().entry("0.001", FILLED, "0.001").exit(TAKE_PROFIT_2, "0.001", OPEN, "0", "f1");
        trade.code("NOT_SENT").stop("0.001", REJECTED, "f1");
        assertEquals(List.of(), trade.needs(999));
        assertEquals(List.of("STOP 0.001 at 61760 for after:…"), trade.needs(1_000));
        trade.after(4_000).code("NOT_SENT").stop("0.001", REJECTED, "after:one");
        assertEquals(List.of("STOP 0.001 at 61760 for after:…"), trade.needs(5_000));
        assertEquals(List.of("close 0.001 for unprotected:trade"), trade.needs(5_001));
    }

    @Test
    void aPartWhoseStopCannotBeSentHasFiveSecondsToo() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", PARTIALLY_FILLED, "0.5")
                .lastFill("f2")
                .stop("0.2", OPEN, "f1")
                .after(10_000)
                .code("NOT_SENT")
                .stop("0.3", REJECTED, "f2")
                .after(14_000)
                .code("abandoned")
                .stop("0.3", REJECTED, "after:one");
        assertEquals(List.of("STOP 0.3 at 61760 for after:…"), trade.needs(15_000));
        assertEquals(List.of("close 0.5 for unprotected:trade"), trade.needs(15_001));
    }

    @Test
    void aTargetThatWasRefusedForTheKeyIsWishedAgainAndOneThatIsWrongIsLeftOut() {
        for (String code : List.of("-2015", "-1111")) {
            PlannedTrade trade = PlannedTrade.longTrade()
                    .entry("0.001", FILLED, "0.001")
                    .stop("0.001", OPEN, "f1")
                    .code(code)
                    .exit(TAKE_PROFIT_2, "0.001", REJECTED, "0", "f1");
            int wished = code.equals("-2015") ? 1 : 0;
            assertEquals(wished, trade.needs(20_000).size(), code);
        }
    }

    @Test
    void theFiveSecondsRunFromTheLossOfTheStop() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.001", FILLED, "0.001")
                .exit(TAKE_PROFIT_2, "0.001", OPEN, "0", "f1")
                .ended(1_200_000)
                .stop("0.001", CANCELED, "f1");
        assertEquals(List.of("STOP 0.001 at 61760 for after:…"), trade.needs(1_200_000));
        trade.after(1_200_000).stop("0.001", UNKNOWN, "after:one");
        assertEquals(List.of(), trade.needs(1_205_000));
        assertEquals(List.of("close 0.001 for unprotected:trade"), trade.needs(1_205_001));
    }

    @Test
    void stopsThatComeAndGoDoNotPutTheCloseOff() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.001", FILLED, "0.001")
                .exit(TAKE_PROFIT_2, "0.001", OPEN, "0", "f1")
                .ended(1_200_000)
                .stop("0.001", CANCELED, "f1")
                .after(1_200_000)
                .ended(1_204_000)
                .stop("0.001", EXPIRED, "after:one");
        assertEquals(List.of("STOP 0.001 at 61760 for after:…"), trade.needs(1_205_000));
        assertEquals(List.of("close 0.001 for unprotected:trade"), trade.needs(1_205_001));
    }

    @Test
    void whatIsLostAfterTheFirstTargetIsReplacedAtBreakEven() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .ended(60_000)
                .stop("0.5", CANCELED, "f1")
                .exit(TAKE_PROFIT_1, "0.25", FILLED, "0.25", "f1")
                .exit(TAKE_PROFIT_2, "0.25", OPEN, "0", "f1")
                .after(60_000)
                .ended(1_200_000)
                .stop("0.25", CANCELED, "tp1:trade");
        assertEquals(List.of("STOP 0.25 at 61800 for tp1:…"), trade.needs(1_200_000));
    }

    @Test
    void anOldRefusalOfBreakEvenIsNotHeldAgainstTheStopThatReplacesALostOne() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .ended(1_200_000)
                .stop("0.5", CANCELED, "f1")
                .exit(TAKE_PROFIT_1, "0.25", FILLED, "0.25", "f1")
                .exit(TAKE_PROFIT_2, "0.25", OPEN, "0", "f1")
                .after(60_000)
                .code("-4045")
                .stop("0.25", REJECTED, "tp1:trade");
        assertEquals(List.of("STOP 0.25 at 61800 for tp1:…"), trade.needs(1_200_000));
    }

    private static PlannedTrade vanishedStop(int checks) {
        return PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .notFound(checks)
                .stop("0.5", OPEN, "f1");
    }

    /** Venues forget orders that rest: reason for another stop, none for a close. */
    @Test
    void aStopThatTheVenueNoLongerKnowsIsPlacedAgainAndThePositionStaysOpen() {
        assertEquals(0, stops(vanishedStop(1).needs(900_000)));
        List<String> needs = vanishedStop(2).needs(900_000);
        assertEquals(1, stops(needs), needs::toString);
        assertEquals(true, needs.getFirst().startsWith("STOP 0.5 at 61760 for after"), needs::toString);
        assertEquals(
                0, stops(vanishedStop(2).after(900_000).stop("0.5", OPEN, "x").needs(960_000)), "the other rests");
    }

    @Test
    void withoutAnotherStopInFiveSecondsOrWithOneThatIsRefusedForGoodItIsClosed() {
        PlannedTrade waiting = vanishedStop(2).after(900_000).stop("0.5", UNKNOWN, "x");
        assertEquals(0, stops(waiting.needs(900_900)));
        assertEquals(List.of("close 0.5 for unprotected:trade"), waiting.needs(905_001));
        PlannedTrade refused = vanishedStop(2).after(900_000).code("-2021").stop("0.5", REJECTED, "x");
        assertEquals(List.of("close 0.5 for stop_rejected:trade"), refused.needs(900_100));
    }

    @Test
    void aStopAtBreakEvenThatTheVenueNoLongerKnowsIsPlacedAgainThere() {
        PlannedTrade trade = PlannedTrade.longTrade()
                .entry("0.5", FILLED, "0.5")
                .exit(TAKE_PROFIT_1, "0.25", FILLED, "0.25", "f1")
                .notFound(2)
                .stop("0.25", OPEN, "be:trade");
        List<String> needs = trade.needs(900_000);
        assertEquals(true, needs.getFirst().startsWith("STOP 0.25 at 61800 for"), needs::toString);
    }

    private static long stops(List<String> needs) {
        return needs.stream().filter(need -> need.startsWith("STOP")).count();
    }
}
