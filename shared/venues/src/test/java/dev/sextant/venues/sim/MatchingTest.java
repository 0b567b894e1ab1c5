package dev.sextant.venues.sim;

import static dev.sextant.venues.sim.order.Side.BUY;
import static dev.sextant.venues.sim.order.Side.SELL;
import static dev.sextant.venues.sim.order.TimeInForce.FOK;
import static dev.sextant.venues.sim.order.TimeInForce.GTC;
import static dev.sextant.venues.sim.order.TimeInForce.GTX;
import static dev.sextant.venues.sim.order.TimeInForce.IOC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders against a small book, told as transcripts. Taker 5 bps, maker 2 bps, wallet 100,000. */
class MatchingTest {

    private final Desk desk =
            new Desk().book("99.9 2, 99.8 4", "100 1, 100.1 2, 100.5 9").mark("100");

    @Test
    void marketBuyWalksTheAsks() {
        desk.market(BUY, "2.5", "a");

        assertEquals(
                List.of(
                        "a BUY 2.5 NEW -> NEW",
                        "a BUY 2.5 TRADE 1@100 taker fee 0.05 pnl 0 -> PARTIALLY_FILLED",
                        "account 99999.95 position 1 at 100",
                        "a BUY 2.5 TRADE 1.5@100.1 taker fee 0.075075 pnl 0 -> FILLED",
                        "account 99999.874925 position 2.5 at 100.06"),
                desk.transcript());
    }

    @Test
    void whatWasTakenStaysTakenUntilTheMarketShowsTheLevelAgain() {
        desk.market(BUY, "1", "a").market(BUY, "1", "b").depth("", "100 0.4").market(BUY, "1", "c");

        assertEquals(
                List.of(
                        "a BUY 1 TRADE 1@100 taker fee 0.05 pnl 0 -> FILLED",
                        "b BUY 1 TRADE 1@100.1 taker fee 0.05005 pnl 0 -> FILLED",
                        "c BUY 1 TRADE 0.4@100 taker fee 0.02 pnl 0 -> PARTIALLY_FILLED",
                        "c BUY 1 TRADE 0.6@100.1 taker fee 0.03003 pnl 0 -> FILLED"),
                desk.transcript().stream().filter(l -> l.contains("TRADE")).toList());
    }

    @Test
    void aNewerBestAskOverrulesTheDepthBook() {
        desk.top("100", "1", "100.1", "0.5").market(BUY, "1", "a");

        assertEquals(
                List.of(
                        "a BUY 1 NEW -> NEW",
                        "a BUY 1 TRADE 0.5@100.1 taker fee 0.025025 pnl 0 -> PARTIALLY_FILLED",
                        "account 99999.974975 position 0.5 at 100.1",
                        "a BUY 1 TRADE 0.5@100.5 taker fee 0.025125 pnl 0 -> FILLED",
                        "account 99999.94985 position 1 at 100.3"),
                desk.transcript());
    }

    @Test
    void withoutDepthTheBestBidAndAskAreTheBook() {
        Desk blind = new Desk().mark("100").top("99.9", "1", "100", "3").market(BUY, "5", "a");

        assertEquals(
                List.of(
                        "a BUY 5 NEW -> NEW",
                        "a BUY 5 TRADE 3@100 taker fee 0.15 pnl 0 -> PARTIALLY_FILLED",
                        "account 99999.85 position 3 at 100",
                        "a BUY 5 EXPIRED -> EXPIRED (MARKET_REMAINDER)"),
                blind.transcript());
    }

    @Test
    void limitTakesUpToItsPriceAndRestsTheRemainder() {
        desk.limit(BUY, GTC, "4", "100.1", "a");

        assertEquals(
                List.of(
                        "a BUY 4@100.1 NEW -> NEW",
                        "a BUY 4@100.1 TRADE 1@100 taker fee 0.05 pnl 0 -> PARTIALLY_FILLED",
                        "account 99999.95 position 1 at 100",
                        "a BUY 4@100.1 TRADE 2@100.1 taker fee 0.1001 pnl 0 -> PARTIALLY_FILLED",
                        "account 99999.8499 position 3 at 100.06666667"),
                desk.transcript());
    }

    @Test
    void restingOrderWaitsForTheVolumeAheadOfIt() {
        desk.limit(BUY, GTC, "1", "99.9", "a").transcript();

        desk.sold("99.9", "1.5").bought("99.9", "50");
        assertEquals(List.of(), desk.transcript(), "0.5 still ahead, and a taker's buy doesn't reach bids");

        desk.sold("99.9", "0.7");
        assertEquals(
                List.of(
                        "a BUY 1@99.9 TRADE 0.2@99.9 maker fee 0.003996 pnl 0 -> PARTIALLY_FILLED",
                        "account 99999.996004 position 0.2 at 99.9"),
                desk.transcript());

        desk.sold("99.9", "5");
        assertEquals(
                List.of(
                        "a BUY 1@99.9 TRADE 0.8@99.9 maker fee 0.015984 pnl 0 -> FILLED",
                        "account 99999.98002 position 1 at 99.9"),
                desk.transcript());
    }

    @Test
    void tradeThroughThePriceFillsWithoutQueueButNotMoreThanTraded() {
        desk.limit(SELL, GTC, "3", "100.1", "a").transcript();

        desk.bought("100.2", "1");

        assertEquals(
                List.of(
                        "a SELL 3@100.1 TRADE 1@100.1 maker fee 0.02002 pnl 0 -> PARTIALLY_FILLED",
                        "account 99999.97998 position -1 at 100.1"),
                desk.transcript());
    }

    @Test
    void twoOrdersShareOneTradeInPriceTimePriority() {
        desk.limit(BUY, GTC, "1", "99.7", "late")
                .limit(BUY, GTC, "1", "99.8", "b")
                .limit(BUY, GTC, "1", "99.8", "c")
                .transcript();

        desk.sold("99.6", "2.5");

        assertEquals(
                List.of(
                        "b BUY 1@99.8 TRADE 1@99.8 maker fee 0.01996 pnl 0 -> FILLED",
                        "c BUY 1@99.8 TRADE 1@99.8 maker fee 0.01996 pnl 0 -> FILLED",
                        "late BUY 1@99.7 TRADE 0.5@99.7 maker fee 0.00997 pnl 0 -> PARTIALLY_FILLED"),
                desk.transcript().stream().filter(l -> l.contains("TRADE")).toList());
    }

    @Test
    void iocRemainderExpires() {
        desk.limit(BUY, IOC, "2", "100", "a");

        assertEquals(
                List.of(
                        "a BUY 2@100 NEW -> NEW",
                        "a BUY 2@100 TRADE 1@100 taker fee 0.05 pnl 0 -> PARTIALLY_FILLED",
                        "account 99999.95 position 1 at 100",
                        "a BUY 2@100 EXPIRED -> EXPIRED (IOC_REMAINDER)"),
                desk.transcript());
    }

    @Test
    void fokFillsWhollyOrNotAtAll() {
        desk.limit(BUY, FOK, "3.1", "100.1", "a").limit(BUY, FOK, "3", "100.1", "b");

        assertEquals(
                List.of(
                        "refused -5021 FOK_NOT_FILLABLE",
                        "b BUY 3@100.1 TRADE 2@100.1 taker fee 0.1001 pnl 0 -> FILLED"),
                desk.transcript().stream()
                        .filter(l -> l.startsWith("refused") || l.endsWith("> FILLED"))
                        .toList());
    }

    @Test
    void postOnlyIsRefusedWhenItWouldTakeAndRestsOtherwise() {
        desk.limit(BUY, GTX, "1", "100", "a").limit(BUY, GTX, "1", "99.9", "b");

        assertEquals(List.of("refused -5022 GTX_WOULD_TAKE", "b BUY 1@99.9 NEW -> NEW"), desk.transcript());
    }

    @Test
    void cancelClosesAndASecondCancelFindsNothing() {
        desk.limit(BUY, GTC, "1", "99", "a").cancel("a").cancel("a").sold("98", "9");

        assertEquals(
                List.of("a BUY 1@99 NEW -> NEW", "a BUY 1@99 CANCELED -> CANCELED", "refused -2011 UNKNOWN_ORDER"),
                desk.transcript());
    }

    @Test
    void clientIdIsUniqueAmongOpenOrdersAndFreeAfterClosing() {
        desk.limit(BUY, GTC, "1", "99", "a")
                .limit(BUY, GTC, "1", "99", "a")
                .cancel("a")
                .limit(BUY, GTC, "1", "98", "a");

        assertEquals(
                List.of(
                        "a BUY 1@99 NEW -> NEW",
                        "refused -4116 DUPLICATE_CLIENT_ID",
                        "a BUY 1@99 CANCELED -> CANCELED",
                        "a BUY 1@98 NEW -> NEW"),
                desk.transcript());
    }

    @Test
    void aFilledMarketOrderSentAgainWithTheSameIdTradesAgain() {
        desk.market(BUY, "0.5", "a").market(BUY, "0.5", "a");

        assertEquals(
                List.of(
                        "a BUY 0.5 TRADE 0.5@100 taker fee 0.025 pnl 0 -> FILLED",
                        "a BUY 0.5 TRADE 0.5@100 taker fee 0.025 pnl 0 -> FILLED"),
                desk.transcript().stream().filter(l -> l.contains("TRADE")).toList());
    }

    @Test
    void reduceOnlyNeverFlipsThePosition() {
        desk.market(BUY, "1", "a").transcript();

        desk.reduce(SELL, "3", "b").reduce(SELL, "1", "c");

        assertEquals(
                List.of(
                        "b SELL 3 NEW -> NEW",
                        "b SELL 3 TRADE 1@99.9 taker fee 0.04995 pnl -0.1 -> PARTIALLY_FILLED",
                        "account 99999.80005 position 0 at 0",
                        "b SELL 3 EXPIRED -> EXPIRED (REDUCE_ONLY_CONFLICT)",
                        "refused -2022 REDUCE_ONLY"),
                desk.transcript());
    }

    @Test
    void restingReduceOnlyOrderExpiresWhenThePositionIsGone() {
        desk.market(BUY, "1", "a")
                .place(dev.sextant.venues.sim.order.NewOrder.limit(
                                Desk.X, SELL, GTC, Desk.e8("1"), Desk.e8("101"), "tp")
                        .asReduceOnly())
                .transcript();

        desk.market(SELL, "1", "b");

        assertEquals(
                "tp SELL 1@101 EXPIRED -> EXPIRED (REDUCE_ONLY_CONFLICT)",
                desk.transcript().getLast());
    }

    @Test
    void sellingMoreThanHeldFlipsThePositionAndRealisesTheClosedPart() {
        desk.market(BUY, "1", "a").transcript();

        desk.market(SELL, "3", "b");

        assertEquals(
                List.of(
                        "b SELL 3 NEW -> NEW",
                        "b SELL 3 TRADE 2@99.9 taker fee 0.0999 pnl -0.1 -> PARTIALLY_FILLED",
                        "account 99999.7501 position -1 at 99.9",
                        "b SELL 3 TRADE 1@99.8 taker fee 0.0499 pnl 0 -> FILLED",
                        "account 99999.7002 position -2 at 99.85"),
                desk.transcript());
    }
}
