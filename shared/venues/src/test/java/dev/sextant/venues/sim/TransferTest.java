package dev.sextant.venues.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.venues.sim.event.TransferView;
import dev.sextant.venues.sim.order.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money comes and goes without an order; what margin and losses bind stays, and so does profit that isn't realised. */
class TransferTest {

    private final Desk desk = new Desk().book("99.9 1000", "100.0 1000").mark("100.0");

    @Test
    void whatIsMovedChangesTheWalletAndIsNumbered() {
        desk.at(2_000).move("250.5").at(3_000).move("-100000");
        assertEquals(List.of("moved 250.5, account 100250.5", "moved -100000, account 250.5"), desk.transcript());
        assertEquals(
                List.of(new TransferView(1, Desk.e8("250.5"), 2_000), new TransferView(2, Desk.e8("-100000"), 3_000)),
                desk.venue.queries().transfers());
    }

    @Test
    void marginMayNotLeave() {
        desk.market(Side.BUY, "400", "in").transcript();
        desk.move("-97980.00000001").move("-97980").move("-0.00000001");
        assertEquals(
                List.of(
                        "refused -4050 BALANCE_INSUFFICIENT",
                        "moved -97980, account 2000",
                        "refused -4050 BALANCE_INSUFFICIENT"),
                desk.transcript());
    }

    @Test
    void profitThatIsNotRealisedMayNotLeaveAndALossHoldsMoreBack() {
        desk.market(Side.BUY, "400", "in").mark("110").transcript();
        assertEquals(Desk.e8("97780"), desk.venue.queries().withdrawableE8(), "99980 less 2200 of margin");
        desk.mark("90");
        assertEquals(Desk.e8("94180"), desk.venue.queries().withdrawableE8(), "less 1800 of margin and 4000 of loss");
    }

    @Test
    void theNewestMoveWithTheAccountAndTheirNumbersGoOn() {
        desk.move("1").move("2").move("3");
        AccountState kept = desk.venue.account(2);
        SimulatedVenue other = new SimulatedVenue(SimSettings.standard(List.of()), kept);
        other.transfer(Desk.e8("4"), 9_000);
        assertEquals(
                List.of(2L, 3L, 4L),
                other.queries().transfers().stream().map(TransferView::id).toList());
    }
}
