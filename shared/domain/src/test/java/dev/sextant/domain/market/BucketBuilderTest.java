package dev.sextant.domain.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.money.E8;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tells the builder trades and event times, and compares the whole list of buckets that came out. */
class BucketBuilderTest {

    private static final long T0 = 1_723_161_240_000L;

    private final BucketBuilder builder = new BucketBuilder();
    private final List<String> closed = new ArrayList<>();

    @Test
    void aBucketClosesOnTheFirstTradeAtItsEnd() {
        trade(1, 0, "100", "2", false);
        trade(2, 14_999, "101", "1", true);
        assertClosed();
        trade(3, 15_000, "102", "4", false);
        assertClosed("+0s ids 1..2 n 2 ohlc 100 101 100 101 buy 2 sell 1 complete TRADE");
    }

    @Test
    void theFirstBucketIsIncompleteUnlessTheFirstTradeStandsAtItsStart() {
        trade(7, 1, "100", "1", false);
        trade(8, 15_000, "100", "1", false);
        trade(9, 30_000, "100", "1", false);
        assertClosed(
                "+0s ids 7..7 n 1 ohlc 100 100 100 100 buy 1 sell 0 incomplete TRADE",
                "+15s ids 8..8 n 1 ohlc 100 100 100 100 buy 1 sell 0 complete TRADE");
    }

    @Test
    void silenceGivesEmptyBucketsAtThePreviousClose() {
        trade(1, 0, "100", "1", true);
        trade(2, 45_000, "90", "1", true);
        assertClosed(
                "+0s ids 1..1 n 1 ohlc 100 100 100 100 buy 0 sell 1 complete TRADE",
                "+15s ids 2..1 n 0 ohlc 100 100 100 100 buy 0 sell 0 complete TRADE",
                "+30s ids 2..1 n 0 ohlc 100 100 100 100 buy 0 sell 0 complete TRADE");
    }

    @Test
    void eventTimeClosesOneSecondAfterTheEndAndNotBefore() {
        trade(1, 0, "100", "1", false);
        event(15_999);
        assertClosed();
        event(16_000);
        assertClosed("+0s ids 1..1 n 1 ohlc 100 100 100 100 buy 1 sell 0 complete EVENT_TIME");
    }

    @Test
    void aLateTradeCountsInTheBucketThatIsOpen() {
        trade(1, 0, "100", "1", false);
        event(16_000);
        trade(2, 14_000, "99", "1", false);
        trade(3, 30_000, "98", "1", false);
        assertClosed(
                "+0s ids 1..1 n 1 ohlc 100 100 100 100 buy 1 sell 0 complete EVENT_TIME",
                "+15s ids 2..2 n 1 ohlc 99 99 99 99 buy 1 sell 0 complete TRADE");
    }

    @Test
    void aJumpOfIdsMakesEveryBucketItTouchesIncomplete() {
        trade(1, 0, "100", "1", false);
        trade(5, 31_000, "100", "1", false);
        trade(6, 45_000, "100", "1", false);
        trade(7, 60_000, "100", "1", false);
        assertClosed(
                "+0s ids 1..1 n 1 ohlc 100 100 100 100 buy 1 sell 0 incomplete TRADE",
                "+15s ids 2..1 n 0 ohlc 100 100 100 100 buy 0 sell 0 incomplete TRADE",
                "+30s ids 5..5 n 1 ohlc 100 100 100 100 buy 1 sell 0 incomplete TRADE",
                "+45s ids 6..6 n 1 ohlc 100 100 100 100 buy 1 sell 0 complete TRADE");
    }

    @Test
    void aRepeatedIdIsRefused() {
        trade(4, 0, "100", "1", false);
        Exception refused = assertThrows(IllegalArgumentException.class, () -> trade(4, 1, "100", "1", false));
        assertEquals("trade 4 comes after 4: ids must rise", refused.getMessage());
    }

    @Test
    void aTradeFromTheFarFutureIsRefusedAndChangesNothing() {
        trade(1, 0, "100", "1", false);
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> trade(2, 40L * 86_400_000, "100", "1", false));
        assertEquals(
                "trade 2 has time 1726617240000, expected at most 2678400000 ms after 1723161240000",
                refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> event(40L * 86_400_000));
        trade(2, 15_000, "100", "1", false);
        assertClosed("+0s ids 1..1 n 1 ohlc 100 100 100 100 buy 1 sell 0 complete TRADE");
    }

    private void trade(long id, long afterMs, String price, String qty, boolean takerSold) {
        AggTrade trade = new AggTrade(id, E8.parse(price), E8.parse(qty), T0 + afterMs, takerSold, id, id);
        builder.onTrade(trade).forEach(this::note);
    }

    private void event(long afterMs) {
        builder.onEventTime(T0 + afterMs).forEach(this::note);
    }

    private void note(Bucket bucket) {
        BucketSums sums = bucket.sums();
        closed.add("+" + (bucket.startMs() - T0) / 1000 + "s ids " + sums.firstAggId() + ".." + sums.lastAggId() + " n "
                + sums.count() + " ohlc " + E8.print(sums.openE8()) + " " + E8.print(sums.highE8()) + " "
                + E8.print(sums.lowE8()) + " " + E8.print(sums.closeE8()) + " buy " + E8.print(sums.buyQtyE8())
                + " sell " + E8.print(sums.sellQtyE8()) + (bucket.complete() ? " complete " : " incomplete ")
                + bucket.closedBy());
    }

    private void assertClosed(String... expected) {
        assertEquals(List.of(expected), closed);
    }
}
