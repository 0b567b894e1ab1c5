package dev.sextant.reconciler;

import static dev.sextant.reconciler.MemoryDesk.ACCOUNT;
import static dev.sextant.reconciler.MemoryDesk.BTC;
import static dev.sextant.reconciler.MemoryDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.VenueOrder.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long of 0.5 is booked; somebody else's orders have done something to it at the exchange. */
class AdopterTest {

    private final MemoryDesk desk = new MemoryDesk();
    private final ShownVenue venue = new ShownVenue();
    private final MemoryAdoptions adoptions = new MemoryAdoptions();
    private final Adopter adopter = new Adopter(desk, venue, desk, adoptions);

    @BeforeEach
    void aLongIsOpen() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.OPEN);
        venue.has(entry, Status.FILLED, "0.5").position = "0.5";
        new Reconciler(desk, venue, desk, new MemoryBooks()).run(ACCOUNT, T0);
        desk.trades = List.of(trade(entry));
    }

    private static OpenTrade trade(StoredOrder entry) {
        return new OpenTrade(
                entry.tradeId(),
                ACCOUNT,
                BTC,
                Objects.requireNonNull(entry.plan()),
                Quantity.of("0.5"),
                new BigDecimal("30900"),
                Quantity.ZERO,
                false,
                "t0",
                T0,
                null,
                null,
                List.of(entry));
    }

    /** At a moment at which both clocks agree. */
    private void run(long nowMs) {
        venue.timeMs = nowMs;
        adopter.run(ACCOUNT, nowMs);
    }

    private List<String> adopt(String orderId) {
        return adopt(1L, orderId, "external");
    }

    private List<String> adopt(@Nullable Long id, String orderId, String kind) {
        adoptions.wanted.add(new Adoptions.Wanted(id, BTC, orderId, kind, "Ada Byron", "closed in the app", null));
        run(T0 + Adopter.SETTLED_MS);
        return adoptions.log;
    }

    @Test
    void aPositionClosedByHandIsBookedFromTheExchangesOwnExecutions() {
        venue.executed("77", Side.SELL, "0.2").executed("77", Side.SELL, "0.3").position = "0";
        assertEquals(List.of("CLOSE SELL 0.5 because of external:77, executions [t1, t2]"), adopt("77"));
    }

    @Test
    void aPartThatWasSoldIsBookedAsAPart() {
        venue.executed("77", Side.SELL, "0.2").position = "0.3";
        assertEquals(List.of("CLOSE SELL 0.2 because of external:77, executions [t1]"), adopt("77"));
    }

    @Test
    void whatTheExchangeLiquidatedIsBookedWithoutBeingAsked() {
        venue.executed("99", Side.SELL, "0.5").position = "0";
        assertEquals(
                List.of("CLOSE SELL 0.5 because of liquidation:99, executions [t1]"), adopt(null, "99", "liquidation"));
    }

    @Test
    void anOrderThatStillRestsMayGoOnFilling() {
        venue.executed("v-by-hand", Side.SELL, "0.2").stranger("by-hand").position = "0.3";
        assertEquals(
                List.of("refused 1: order v-by-hand still rests at the exchange; cancel it or wait until it is filled"),
                adopt("v-by-hand"));
    }

    @Test
    void aNumberNobodyKnowsIsRefused() {
        assertEquals(
                List.of(
                        "refused 1: the exchange knows no execution of an order 78 in BTCUSDT since the trade was opened"),
                adopt("78"));
    }

    @Test
    void moreThanTheTradeHoldsIsNotItsClose() {
        venue.executed("77", Side.SELL, "0.7").position = "-0.2";
        assertEquals(
                List.of("refused 1: order 77 filled 0.7, the trade holds only 0.5: the rest is a position that the desk"
                        + " does not know"),
                adopt("77"));
    }

    @Test
    void anOrderThatBoughtHasNotClosedALong() {
        venue.executed("77", Side.BUY, "0.5").position = "1";
        assertEquals(List.of("refused 1: order 77 has bought, which does not close a long"), adopt("77"));
    }

    @Test
    void whereBothPositionsAgreeThereIsNothingToBook() {
        venue.executed("77", Side.SELL, "0.5").executed("78", Side.BUY, "0.5").position = "0.5";
        assertEquals(
                List.of("refused 1: the booked position differs from the exchange's by 0; booking -0.5 would not bring"
                        + " them together"),
                adopt("77"));
    }

    @Test
    void withoutAnOpenTradeNothingIsBooked() {
        desk.trades = List.of();
        assertEquals(List.of("refused 1: 0 trades of the desk are open in BTCUSDT, expected one"), adopt("77"));
    }

    @Test
    void whatTheStoreKnowsAlreadyIsToldToWhoAsked() {
        venue.executed("77", Side.SELL, "0.5").position = "0";
        adoptions.storeRefuses = "order 77 was adopted before";
        assertEquals(List.of("refused 1: order 77 was adopted before"), adopt("77"));
    }

    @Test
    void anExchangeThatDoesNotAnswerIsAskedAgainLater() {
        venue.executed("77", Side.SELL, "0.5").position = "0";
        venue.reachable = false;
        assertEquals(List.of(), adopt("77"));
        venue.reachable = true;
        run(T0 + 60_000);
        assertEquals(1, adoptions.log.size());
    }

    /** The exchange may not show the rest of them yet, and what is adopted in part is never adopted again. */
    @Test
    void anExecutionOfAMomentAgoIsLeftUntilNoOtherCanFollow() {
        venue.executed("77", Side.SELL, "0.2").position = "0.3";
        adoptions.wanted.add(new Adoptions.Wanted(1L, BTC, "77", "external", "Ada Byron", "closed in the app", null));
        run(T0 + Adopter.SETTLED_MS - 1);
        assertEquals(List.of(), adoptions.log);
        venue.executed("77", Side.SELL, "0.3").position = "0";
        run(T0 + Adopter.SETTLED_MS);
        assertEquals(List.of("CLOSE SELL 0.5 because of external:77, executions [t1, t2]"), adoptions.log);
    }

    /** The exchange shows them after its time was asked, however long the answer takes. */
    @Test
    void aReconcilerThatStandsStillBetweenTwoQuestionsMakesNoExecutionOld() {
        venue.executed("77", Side.SELL, "0.2").position = "0.3";
        adoptions.wanted.add(new Adoptions.Wanted(1L, BTC, "77", "external", "Ada Byron", "closed in the app", null));
        venue.timeMs = T0 + 1_000;
        venue.onFills = () -> venue.timeMs = T0 + 60_000;
        adopter.run(ACCOUNT, T0 + 1_000);
        assertEquals(List.of(), adoptions.log);
    }

    @Test
    void aClockThatIsAheadMakesNoExecutionOld() {
        venue.executed("77", Side.SELL, "0.2").position = "0.3";
        adoptions.wanted.add(new Adoptions.Wanted(1L, BTC, "77", "external", "Ada Byron", "closed in the app", null));
        venue.timeMs = T0 + 1_000;
        adopter.run(ACCOUNT, T0 + 1_000 + Adopter.SETTLED_MS);
        assertEquals(List.of(), adoptions.log);
    }

    @Test
    void whatTheStreamToldWholeIsBookedAtOnceAndNeverInPart() {
        venue.executed("99", Side.SELL, "0.2").position = "0";
        adoptions.wanted.add(new Adoptions.Wanted(
                null, BTC, "99", "liquidation", "exchange", "order autoclose-99", Quantity.of("0.5")));
        run(T0);
        assertEquals(List.of(), adoptions.log, "more is to come");
        run(T0 + 60_000);
        assertEquals(List.of(), adoptions.log, "and is not left out");
        venue.executed("99", Side.SELL, "0.3");
        run(T0);
        assertEquals(List.of("CLOSE SELL 0.5 because of liquidation:99, executions [t1, t2]"), adoptions.log);
    }

    @Test
    void aPersonIsToldOfExecutionsThatTheExchangeDoesNotShow() {
        venue.executed("77", Side.SELL, "0.2").position = "0";
        adoptions.wanted.add(
                new Adoptions.Wanted(1L, BTC, "77", "external", "Ada Byron", "closed in the app", Quantity.of("0.5")));
        run(T0 + Adopter.SETTLED_MS);
        assertEquals(List.of("refused 1: the exchange shows 0.2 of the 0.5 that order 77 has filled"), adoptions.log);
    }

    @Test
    void anExitOfTheDeskThatIsNotBookedYetIsNobodyElses() {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.UNKNOWN);
        venue.has(stop, Status.FILLED, "0.5").position = "0";
        String id = "v-" + stop.request().clientOrderId();
        assertEquals(
                List.of("refused 1: order " + id + " is the desk's own STOP "
                        + stop.request().clientOrderId()),
                adopt(id));
    }

    @Test
    void theOrderThatExecutesAStopOfTheDeskIsTheDesksOwn() {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.OPEN);
        venue.executed("77", Side.SELL, "0.5").triggered(stop, "77").position = "0";
        assertEquals(
                List.of("refused 1: order 77 is the desk's own STOP "
                        + stop.request().clientOrderId()),
                adopt("77"));
    }

    @Test
    void whileAnExitOfTheDeskMayStillAppearNothingIsAdopted() {
        StoredOrder close = desk.sent(Purpose.CLOSE, OrderState.UNKNOWN);
        venue.executed("77", Side.SELL, "0.5").position = "0";
        assertEquals(List.of(), adopt("77"));
        run(T0 + OrderCheck.HORIZON_MS);
        assertEquals(List.of(), adoptions.log, "asked too seldom");
        desk.countNotFound(close.id());
        desk.countNotFound(close.id());
        run(T0 + OrderCheck.HORIZON_MS - 1);
        assertEquals(List.of(), adoptions.log, "too early");
        run(T0 + OrderCheck.HORIZON_MS);
        assertEquals(1, adoptions.log.size());
    }

    @Test
    void anEntryInDoubtIsNoReasonToWait() {
        desk.sent(Purpose.ENTRY, OrderState.UNKNOWN);
        venue.executed("77", Side.SELL, "0.5").position = "0";
        assertEquals(1, adopt("77").size());
    }

    @Test
    void whatTheExchangeDidAndDoesNotFitIsForNobodyToBeTold() {
        assertEquals(List.of(), adopt(null, "99", "adl"));
    }
}
