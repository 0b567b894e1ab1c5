package dev.sextant.venues.sim;

import static dev.sextant.venues.sim.algo.AlgoType.STOP_MARKET;
import static dev.sextant.venues.sim.algo.AlgoType.TAKE_PROFIT_MARKET;
import static dev.sextant.venues.sim.algo.WorkingType.CONTRACT_PRICE;
import static dev.sextant.venues.sim.algo.WorkingType.MARK_PRICE;
import static dev.sextant.venues.sim.order.Side.BUY;
import static dev.sextant.venues.sim.order.Side.SELL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.venues.sim.algo.AlgoKey;
import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionalOrdersTest {

    private final Desk desk =
            new Desk().book("99.9 2, 99.8 4", "100 1, 100.1 2").mark("100").bought("100", "0.1");

    @Test
    void closingStopSellsTheWholePositionWhenATradeReachesIt() {
        desk.market(BUY, "1", "a").closingStop(SELL, "99.8", "sl").transcript();

        desk.sold("99.9", "1").at(2_000).sold("99.8", "1");

        assertEquals(
                List.of(
                        "sl STOP_MARKET SELL at 99.8 -> TRIGGERING",
                        "sl SELL 1 NEW -> NEW",
                        "sl STOP_MARKET SELL at 99.8 -> TRIGGERED",
                        "sl SELL 1 TRADE 1@99.9 taker fee 0.04995 pnl -0.1 -> FILLED",
                        "account 99999.80005 position 0 at 0",
                        "sl STOP_MARKET SELL at 99.8 -> FINISHED"),
                desk.transcript());
        AlgoView finished =
                desk.venue.queries().algo(new AlgoKey.ByClientId("sl")).orElseThrow();
        assertEquals(Desk.e8("1"), finished.filledE8());
        assertEquals(Desk.e8("99.9"), finished.averagePriceE8());
        assertEquals(2_000, finished.triggeredAtMs());
    }

    @Test
    void markPriceStopIgnoresTrades() {
        desk.market(BUY, "1", "a")
                .conditional(STOP_MARKET, MARK_PRICE, SELL, "1", "99.5", "sl")
                .transcript();

        desk.sold("99", "1");
        assertEquals(List.of(), desk.transcript());

        desk.mark("99.5");
        assertEquals(
                "sl STOP_MARKET SELL at 99.5 -> TRIGGERING", desk.transcript().getFirst());
    }

    @Test
    void takeProfitTriggersOnTheOtherSide() {
        desk.market(SELL, "1", "a")
                .conditional(TAKE_PROFIT_MARKET, CONTRACT_PRICE, BUY, "1", "99.5", "tp")
                .transcript();

        desk.sold("99.6", "0.1").sold("99.4", "0.1");

        assertEquals(
                List.of(
                        "tp TAKE_PROFIT_MARKET BUY at 99.5 -> TRIGGERING",
                        "tp TAKE_PROFIT_MARKET BUY at 99.5 -> FINISHED"),
                List.of(desk.said.getFirst(), desk.said.getLast()));
    }

    @Test
    void whatWouldTriggerAtOnceIsRefused() {
        desk.conditional(STOP_MARKET, CONTRACT_PRICE, SELL, "1", "100", "a")
                .conditional(STOP_MARKET, MARK_PRICE, BUY, "1", "99.9", "b")
                .conditional(TAKE_PROFIT_MARKET, CONTRACT_PRICE, BUY, "1", "100.1", "c");

        assertEquals(
                List.of("refused -2021 WOULD_TRIGGER", "refused -2021 WOULD_TRIGGER", "refused -2021 WOULD_TRIGGER"),
                desk.transcript());
    }

    @Test
    void closingOrdersExpireWhenThePositionIsClosedByHand() {
        desk.market(BUY, "1", "a")
                .closingStop(SELL, "99", "sl")
                .conditional(TAKE_PROFIT_MARKET, CONTRACT_PRICE, SELL, "1", "101", "tp")
                .transcript();

        desk.market(SELL, "1", "b");
        assertEquals("sl STOP_MARKET SELL at 99 -> EXPIRED", desk.transcript().getLast());

        desk.bought("101", "1");
        assertEquals(
                List.of(
                        "tp TAKE_PROFIT_MARKET SELL at 101 -> TRIGGERING",
                        "tp TAKE_PROFIT_MARKET SELL at 101 -> REJECTED"),
                desk.transcript());
    }

    @Test
    void ofTwoStopsReachedByOneTradeOnlyTheFirstCloses() {
        desk.market(BUY, "1", "a")
                .closingStop(SELL, "99", "one")
                .closingStop(SELL, "99.5", "two")
                .transcript();

        desk.sold("98", "1");

        assertEquals(
                List.of("one STOP_MARKET SELL at 99 -> FINISHED", "two STOP_MARKET SELL at 99.5 -> EXPIRED"),
                desk.transcript().stream()
                        .filter(line -> line.endsWith("FINISHED") || line.endsWith("EXPIRED"))
                        .toList());
    }

    @Test
    void cancelledStopDoesNothing() {
        desk.closingStop(SELL, "99", "sl").cancelAlgo("sl").cancelAlgo("sl").sold("98", "1");

        assertEquals(
                List.of(
                        "sl STOP_MARKET SELL at 99 -> NEW",
                        "sl STOP_MARKET SELL at 99 -> CANCELED",
                        "refused -2011 UNKNOWN_ORDER"),
                desk.transcript());
    }

    @Test
    void badRequestsAreRefusedWithTheirCodes() {
        NewAlgoOrder stop = NewAlgoOrder.closingStop(Desk.X, SELL, Desk.e8("99"), "sl");
        desk.closingStop(SELL, "99", "sl")
                .closingStop(SELL, "98", "sl")
                .closingStop(SELL, "98.05", "finer")
                .conditional(STOP_MARKET, CONTRACT_PRICE, SELL, "0", "99", "none")
                .algo(new NewAlgoOrder(
                        Desk.X, SELL, STOP_MARKET, CONTRACT_PRICE, Desk.e8("99"), 1, true, false, false, "q", 9_999))
                .algo(new NewAlgoOrder(
                        Desk.X, SELL, STOP_MARKET, CONTRACT_PRICE, Desk.e8("99"), 0, true, false, false, "late", 999))
                .algo(stop.withClientAlgoId("ok"));

        assertEquals(
                List.of(
                        "sl STOP_MARKET SELL at 99 -> NEW",
                        "refused -4116 DUPLICATE_CLIENT_ID",
                        "refused -1111 TOO_PRECISE",
                        "refused -4004 QUANTITY_TOO_SMALL",
                        "refused -4137 QUANTITY_WITH_CLOSE_POSITION",
                        "refused -5028 TOO_LATE",
                        "ok STOP_MARKET SELL at 99 -> NEW"),
                desk.transcript());
    }
}
