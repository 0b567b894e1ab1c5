package dev.sextant.venues.sim;

import static dev.sextant.venues.sim.order.Side.BUY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.money.E8;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.model.LatencyModel;
import dev.sextant.venues.sim.order.NewOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderGatewayTest {

    private final List<String> heard = new ArrayList<>();
    private final SimulatedVenue venue =
            new SimulatedVenue(SimSettings.standard(List.of(Instrument.usdtPerpetual(Desk.X, 1, 3))));
    private final OrderGateway gateway = new OrderGateway(
            venue, LatencyModel.constant(20, 30), (event, atMs) -> heard.add(atMs + " " + Desk.line(event)));

    OrderGatewayTest() {
        mark(1_000);
        gateway.onMarket(new MarketEvent.Snapshot(Desk.X, 1, Desk.levels("99 9"), Desk.levels("100 9"), 1_000, 1_000));
    }

    @Test
    void orderMeetsTheBookAsItIsWhenItArrives() {
        buyAt(1_000);
        gateway.onMarket(new MarketEvent.Snapshot(Desk.X, 2, Desk.levels("99 9"), Desk.levels("101 9"), 1_020, 1_020));
        mark(1_049);
        assertEquals(List.of(), heard, "matched at 1,020 but nobody knows before 1,050");

        mark(1_051);
        assertEquals(
                List.of(
                        "1050 a BUY 1 NEW -> NEW",
                        "1050 a BUY 1 TRADE 1@101 taker fee 0.0505 pnl 0 -> FILLED",
                        "1050 account 99999.9495 position 1 at 101",
                        "reply FILLED at 1020"),
                heard);
    }

    @Test
    void whileTheClockStandsEverythingArrivesAtOnceWithTheStampsItWouldHaveHad() {
        buyAt(1_000);
        gateway.drain();

        assertEquals(
                List.of(
                        "1050 a BUY 1 NEW -> NEW",
                        "1050 a BUY 1 TRADE 1@100 taker fee 0.05 pnl 0 -> FILLED",
                        "1050 account 99999.95 position 1 at 100",
                        "reply FILLED at 1020"),
                heard);
    }

    @Test
    void refusalIsAReplyWithoutReports() {
        gateway.send(
                1_000,
                new VenueCommand.Place(NewOrder.market(Desk.X, BUY, 1, "a")),
                outcome -> heard.add(outcome.toString()));
        gateway.drain();

        assertEquals(List.of("Refused[refusal=TOO_PRECISE]"), heard);
    }

    private void buyAt(long sentAtMs) {
        gateway.send(sentAtMs, new VenueCommand.Place(NewOrder.market(Desk.X, BUY, E8.ONE, "a")), outcome -> {
            if (outcome instanceof Outcome.Done<dev.sextant.venues.sim.order.OrderView> done) {
                heard.add(
                        "reply " + done.value().status() + " at " + done.value().updatedAtMs());
            }
        });
    }

    private void mark(long timeMs) {
        gateway.onMarket(new MarketEvent.Mark(Desk.X, E8.parse("100"), timeMs));
    }
}
