package dev.sextant.placer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoreException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderSenderTest {

    private final Rig rig = new Rig();

    @Test
    void anApprovedEntryIsClaimedSentOnceAndBookedWithItsFills() {
        OrderIntent entry = rig.enter("0.5");
        assertEquals(
                List.of(OrderState.APPROVED, OrderState.SENDING, OrderState.FILLED),
                rig.orders.order(entry.id()).states);
        assertEquals("0.5", rig.position());
        assertEquals(1, sent(entry));
    }

    @Test
    void theClaimCarriesTheSignedTimeAndAFreshToken() {
        rig.enter("0.5");
        assertEquals(
                List.of("token-0 signed 0", "token-1 signed 0", "token-2 signed 0", "token-3 signed 0"),
                rig.orders.claims.stream().map(OrderSenderTest::claim).toList());
    }

    @Test
    void theClaimSaysHowFarThisClockIsFromTheVenues() {
        rig.venue.aheadMs = -300;
        rig.enter("0.5");
        ClaimRequest first = rig.orders.claims.getFirst();
        assertEquals(Rig.T0 - 300, first.signedAtMs());
        assertEquals(300, first.clockAheadMs());
    }

    private static String claim(ClaimRequest claim) {
        return claim.token() + " signed " + (claim.signedAtMs() - Rig.T0);
    }

    @Test
    void aRepeatedDeliverySendsNothing() {
        OrderIntent entry = rig.enter("0.5");
        List<String> before = List.copyOf(rig.venue.placed);
        rig.told(entry).told(entry);
        assertEquals(before, rig.venue.placed);
        assertEquals("0.5", rig.position());
    }

    @Test
    void anExpiredEntryIsNotSent() {
        OrderIntent entry = rig.approved(Direction.LONG, "0.5");
        rig.wait(15_001).told(entry);
        assertEquals(List.of("ENTRY BUY 0.5 EXPIRED_UNSENT"), rig.lines());
        assertEquals(List.of(), rig.venue.placed);
    }

    @Test
    void anUnknownIntentIsNotSent() {
        OrderIntent elsewhere = new Rig().approved(Direction.SHORT, "0.5");
        rig.told(elsewhere);
        assertEquals(List.of(), rig.venue.placed);
    }

    @Test
    void withoutTheVenuesTimeNothingIsClaimed() {
        rig.venue.clockReadable = false;
        rig.enter("0.5");
        assertEquals(List.of("ENTRY BUY 0.5 APPROVED"), rig.lines());
        assertEquals(List.of(), rig.orders.claims);

        rig.venue.clockReadable = true;
        rig.told(rig.orders.newest(Purpose.ENTRY).intent);
        assertEquals("0.5", rig.position(), "the sweep tells again");
    }

    @Test
    void aDefiniteRefusalEndsTheIntent() {
        rig.venue.faults.add(SimVenue.Fault.REFUSED);
        OrderIntent entry = rig.enter("0.5");
        assertEquals(List.of("ENTRY BUY 0.5 REJECTED"), rig.lines());
        rig.told(entry).ticks(3);
        assertEquals(1, sent(entry));
    }

    @Test
    void aLostAnswerIsUnknownAndNeverSentAgain() {
        for (SimVenue.Fault fault : List.of(SimVenue.Fault.ANSWER_LOST, SimVenue.Fault.REQUEST_LOST)) {
            Rig fresh = new Rig();
            fresh.venue.faults.add(fault);
            OrderIntent entry = fresh.enter("0.5");
            assertEquals(List.of("ENTRY BUY 0.5 UNKNOWN"), fresh.lines());
            fresh.told(entry).ticks(120).told(entry);
            String id = entry.request().clientOrderId();
            assertEquals(1, fresh.venue.placed.stream().filter(id::equals).count());
        }
    }

    @Test
    void aSenderThatWasFrozenAfterTakingItsTimeAbandonsTheOrder() {
        OrderIntent entry = rig.freeze(2_001).enter("0.5");
        assertEquals(List.of("ENTRY BUY 0.5 REJECTED"), rig.lines());
        assertEquals(0, sent(entry));

        Rig justInTime = new Rig().freeze(2_000);
        justInTime.enter("0.5");
        assertEquals("0.5", justInTime.position());
    }

    @Test
    void aLostClaimAnswerIsAskedForWithTheSameToken() {
        rig.orders.loseClaimAnswers(2);
        OrderIntent entry = rig.enter("0.5");
        assertEquals(
                List.of("token-0", "token-0", "token-0"),
                rig.orders.claims.stream().limit(3).map(ClaimRequest::token).toList());
        assertEquals(1, sent(entry));
    }

    @Test
    void aClaimWhoseAnswersAllGetLostIsNeverSentByALaterDelivery() {
        rig.orders.loseClaimAnswers(3);
        OrderIntent entry = rig.approved(Direction.LONG, "0.5");
        assertThrows(StoreException.class, () -> rig.told(entry));
        rig.told(entry).ticks(10);
        assertEquals(List.of("ENTRY BUY 0.5 UNKNOWN"), rig.lines(), "the reconciler settles it");
        assertEquals(0, sent(entry));
    }

    @Test
    void aLostAnswerToAReportIsAskedForAtOnceAndTheFillGetsItsStopInTheSamePass() {
        rig.orders.loseReportAnswers(2);
        OrderIntent entry = rig.enter("0.5");
        assertEquals(
                List.of(OrderState.APPROVED, OrderState.SENDING, OrderState.FILLED),
                rig.orders.order(entry.id()).states);
        assertEquals("STOP SELL 0.5 at 61760 OPEN", rig.lines().get(1));
        assertEquals(1, sent(entry));
    }

    @Test
    void aRefusalAndAnUnknownOutcomeAreToldAgainToo() {
        for (SimVenue.Fault fault : List.of(SimVenue.Fault.REFUSED, SimVenue.Fault.ANSWER_LOST)) {
            Rig fresh = new Rig();
            fresh.venue.faults.add(fault);
            fresh.orders.loseReportAnswers(2);
            fresh.enter("0.5");
            assertEquals(3, fresh.orders.reports, fault + ": " + fresh.lines());
        }
    }

    @Test
    void aReportIsGivenUpAfterThreeLostAnswersAndAtOnceWhenTheStoreWasNotReached() {
        rig.orders.loseReportAnswers(3);
        OrderIntent entry = rig.approved(Direction.LONG, "0.5");
        assertThrows(StoreException.class, () -> rig.told(entry));
        assertEquals(3, rig.orders.reports);

        Rig away = new Rig();
        away.orders.refuseReports(1);
        OrderIntent other = away.approved(Direction.LONG, "0.5");
        assertThrows(StoreException.class, () -> away.told(other));
        assertEquals(1, away.orders.reports);
    }

    @Test
    void anAcceptanceIsBookedEvenWhileItsFillsCannotBeRead() {
        rig.venue.readable = false;
        rig.enter("0.5");
        assertEquals(List.of("ENTRY BUY 0.5 OPEN"), rig.lines());

        rig.venue.readable = true;
        rig.ticks(1);
        assertEquals("ENTRY BUY 0.5 FILLED", rig.lines().getFirst());
        assertEquals("STOP SELL 0.5 at 61760 OPEN", rig.lines().get(1));
    }

    private long sent(OrderIntent intent) {
        return rig.venue.placed.stream()
                .filter(intent.request().clientOrderId()::equals)
                .count();
    }
}
