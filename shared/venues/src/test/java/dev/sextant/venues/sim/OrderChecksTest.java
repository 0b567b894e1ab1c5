package dev.sextant.venues.sim;

import static dev.sextant.venues.sim.order.Side.BUY;
import static dev.sextant.venues.sim.order.Side.SELL;
import static dev.sextant.venues.sim.order.TimeInForce.GTC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each filter of BTCUSDT at a mark price of 60,000, as a row: the order and the code it gets. */
class OrderChecksTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");

    private final SimulatedVenue venue = new SimulatedVenue(
            SimSettings.standard(List.of(Instrument.btcUsdt())).withWalletE8(1_000_000 * E8.ONE));

    OrderChecksTest() {
        venue.on(new MarketEvent.Snapshot(
                BTC, 1, Desk.levels("59999.9 50, 50000 500"), Desk.levels("60000 50, 70000 500"), 1, 1));
        venue.on(new MarketEvent.Mark(BTC, E8.parse("60000"), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "BUY,  0.001, 60000,      0",
        "BUY,  0.001, 60000.05,   -4014",
        "BUY,  0.001, 60000.005,  -1111",
        "BUY,  0.0015, 60000,     -1111",
        "BUY,  0,     60000,      -4004",
        "BUY,  1000.001, 60000,   -4005",
        "BUY,  0.001, 556.7,      -4013",
        "SELL, 0.001, 4529764.1,  -4002",
        "BUY,  0.001, 49999.9,    -4164",
        "BUY,  0.001, 63000,      0",
        "BUY,  0.001, 63000.1,    -4016",
        "SELL, 0.001, 57000,      0",
        "SELL, 0.001, 56999.9,    -4024",
        "SELL, 900,   60000,      -2019",
    })
    void limitOrder(Side side, String qty, String price, int code) {
        assertEquals(code, place(NewOrder.limit(BTC, side, GTC, E8.parse(qty), E8.parse(price), "x")));
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0", "0.0001, -1111", "120.001, -4005", "500, -4005"})
    void marketOrder(String qty, int code) {
        assertEquals(code, place(NewOrder.market(BTC, BUY, E8.parse(qty), "x")));
    }

    @Test
    void marketOrderFarFromTheMarkIsRefused() {
        venue.on(new MarketEvent.Snapshot(BTC, 2, Desk.levels(""), Desk.levels("63000.1 5"), 2, 2));

        assertEquals(-4131, place(NewOrder.market(BTC, BUY, E8.parse("1"), "x")));
        assertEquals(-2020, place(NewOrder.market(BTC, SELL, E8.parse("1"), "x")));
    }

    @Test
    void lateOrderIsRefusedAtTheBook() {
        assertEquals(-5028, place(NewOrder.market(BTC, BUY, E8.parse("1"), "x").validUntil(4)));
        assertEquals(0, place(NewOrder.market(BTC, BUY, E8.parse("1"), "x").validUntil(5)));
    }

    @Test
    void unknownSymbolIsRefused() {
        assertEquals(-1121, place(NewOrder.market(new Symbol("NOPE"), BUY, E8.parse("1"), "x")));
    }

    @Test
    void openOrdersAreCounted() {
        for (int i = 0; i < 200; i++) {
            assertEquals(0, place(NewOrder.limit(BTC, BUY, GTC, E8.parse("0.001"), E8.parse("59000"), "o" + i)));
        }
        assertEquals(-2025, place(NewOrder.limit(BTC, BUY, GTC, E8.parse("0.001"), E8.parse("59000"), "more")));
    }

    @Test
    void reduceOnlyIsExemptFromTheSmallestNotional() {
        place(NewOrder.market(BTC, BUY, E8.parse("1"), "long"));
        NewOrder tiny = NewOrder.limit(BTC, SELL, GTC, E8.parse("0.001"), E8.parse("60000.1"), "tiny");
        venue.on(new MarketEvent.Mark(BTC, E8.parse("30000"), 6));

        assertEquals(-4164, place(NewOrder.market(BTC, SELL, E8.parse("0.001"), "open")));
        assertEquals(0, place(tiny.asReduceOnly()));
    }

    private int place(NewOrder order) {
        return switch (venue.place(order, 5)) {
            case Outcome.Done<?> done -> 0;
            case Outcome.Refused<?> refused -> refused.refusal().code();
        };
    }
}
