package dev.sextant.venues.sim;

import static dev.sextant.venues.sim.Desk.X;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.venues.sim.event.FundingView;
import dev.sextant.venues.sim.order.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A settlement takes position × mark × rate from who is long and gives it to who is short; below zero the other way round. */
class FundingTest {

    private final Desk desk = new Desk().book("99.9 10", "100.0 10").mark("102.5");

    @Test
    void aLongPaysAndIsPaidBelowZero() {
        desk.market(Side.BUY, "2", "in").transcript();
        assertEquals(
                List.of("funding -0.0205, account 99999.8795"),
                desk.at(28_800_000).settle("0.0001").transcript());
        assertEquals(
                List.of("funding 0.0041, account 99999.8836"),
                desk.at(57_600_000).settle("-0.00002").transcript());
        assertEquals(
                List.of(
                        new FundingView(X, 1, Desk.e8("-0.0205"), 28_800_000),
                        new FundingView(X, 2, Desk.e8("0.0041"), 57_600_000)),
                desk.venue.queries().fundings());
    }

    @Test
    void aShortIsPaidByTheMarkNotByItsEntry() {
        desk.market(Side.SELL, "1", "in").transcript();
        assertEquals(
                List.of("funding 0.01025, account 99999.9603"),
                desk.settle("0.0001").transcript());
    }

    @Test
    void whoHoldsNothingAndARateOfZeroChangeNothing() {
        desk.settle("0.0001");
        desk.market(Side.BUY, "2", "in").transcript();
        desk.settle("0");
        assertEquals(List.of(), desk.transcript());
        assertEquals(List.of(), desk.venue.queries().fundings());
    }

    @Test
    void theNewestPaymentsMoveWithTheAccountAndTheirNumbersGoOn() {
        desk.market(Side.BUY, "2", "in");
        for (int hour = 1; hour <= 5; hour++) {
            desk.at(hour * 3_600_000L).settle("0.0001");
        }
        AccountState kept = desk.venue.account(3);
        assertEquals(
                List.of(3L, 4L, 5L),
                kept.fundings().stream().map(FundingView::id).toList());
    }
}
