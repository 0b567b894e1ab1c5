package dev.sextant.ingest.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.ingest.rig.Tape;
import dev.sextant.ingest.rig.TapeHistory;
import dev.sextant.ingest.store.GapNotes;
import dev.sextant.venues.http.VenueReadException.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tape of 60 seconds; the first trade has passed; ids below are relative to it. */
class GapRepairTest {

    private static final long T = Tape.START_MS;

    private final Tape tape = Tape.of(1, 60, 20, Tape.BTC);
    private final List<AggTrade> trades = tape.trades(Tape.BTC);
    private final long firstId = trades.getFirst().aggId();
    private final TapeHistory history = new TapeHistory(tape);
    private final List<Long> passed = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private final GapNotes notes = new GapNotes(gap -> gaps.add((gap.fromAggId() - firstId()) + ".."
            + (gap.toAggId() - firstId()) + (gap.filled() ? " filled" : " missing")));
    private final TradeSequence sequence = new TradeSequence(trade -> passed.add(trade.aggId() - firstId()));
    private final GapRepair repair = new GapRepair(Tape.BTC, sequence, history, notes);

    private long firstId() {
        return trades.getFirst().aggId();
    }

    private void offer(int... indexes) {
        for (int index : indexes) {
            sequence.offer(trades.get(index));
        }
    }

    private void runAt(long afterMs) throws InterruptedException {
        repair.run(T + afterMs);
        notes.save();
    }

    private int asked() {
        return history.asked.size();
    }

    @Test
    void aJumpIsFetchedAtOnceAndInOrder() throws InterruptedException {
        offer(0, 4);
        runAt(0);
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), passed);
        assertEquals(List.of("1..3 filled"), gaps);
        assertEquals(List.of("BTCUSDT from " + (firstId + 1)), history.asked);
        assertFalse(repair.pending());
    }

    @Test
    void aTradeThatIsMissingAmongOthersOfItsMillisecondIsFetchedByItsId() throws InterruptedException {
        int missing = 1;
        while (trades.get(missing).tradeTimeMs() != trades.get(missing + 1).tradeTimeMs()) {
            missing++;
        }
        for (int index = 0; index < missing; index++) {
            offer(index);
        }
        offer(missing + 1);
        runAt(0);
        assertEquals(List.of(missing + ".." + missing + " filled"), gaps);
        assertEquals(missing + 2, passed.size());
    }

    @Test
    void aJumpOfSeveralPagesIsFetchedPageByPage() throws InterruptedException {
        offer(0, 2_500);
        runAt(0);
        assertEquals(2_501, passed.size());
        assertEquals(3, asked());
        assertEquals(List.of("1..2499 filled"), gaps);
    }

    @Test
    void nothingIsAskedWhileNothingIsMissing() throws InterruptedException {
        offer(0, 1, 2);
        runAt(0);
        runAt(60_000);
        assertEquals(0, asked());
    }

    @Test
    void aFailedFetchIsTriedAgainEveryFiveSecondsAndTheGapIsNotedMeanwhile() throws InterruptedException {
        history.fail(2, Kind.UNREACHABLE);
        offer(0, 3);
        runAt(0);
        runAt(4_999);
        assertEquals(1, asked());
        runAt(5_000);
        assertEquals(2, asked());
        assertTrue(repair.pending());
        assertEquals(List.of("1..2 missing"), gaps);
        runAt(10_000);
        assertEquals(List.of(0L, 1L, 2L, 3L), passed);
        assertEquals(List.of("1..2 missing", "1..2 filled"), gaps);
        assertEquals(1, repair.filled());
    }

    @Test
    void aGapThatCantBeFilledIsDeclaredAfterFiveAttempts() throws InterruptedException {
        history.fail(100, Kind.UNREACHABLE);
        offer(0, 3, 4);
        for (int second = 0; second < 25; second++) {
            runAt(second * 1_000L);
            assertTrue(repair.pending());
        }
        runAt(25_000);
        assertEquals(5, asked());
        assertEquals(List.of(0L, 3L, 4L), passed);
        assertEquals(List.of("1..2 missing"), gaps);
        assertEquals(1, repair.declared());
        assertFalse(repair.pending());
    }

    @Test
    void aGapIsDeclaredAfterThirtySecondsWhenEventTimeJumps() throws InterruptedException {
        history.fail(100, Kind.UNREACHABLE);
        offer(0, 3);
        runAt(0);
        runAt(30_000);
        assertEquals(List.of(0L, 3L), passed);
    }

    @Test
    void aHistoryThatLagsBehindIsWaitedFor() throws InterruptedException {
        history.newest(trades.get(1).tradeTimeMs());
        offer(0, 4, 5, 6);
        runAt(0);
        assertEquals(List.of(0L, 1L), passed);
        history.newest(Long.MAX_VALUE);
        runAt(5_000);
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L), passed);
        assertEquals(List.of("1..3 missing", "1..3 filled"), gaps);
    }

    @Test
    void aLoneIdThatTheVenueDoesNotKnowIsDroppedInsteadOfSkippingToIt() throws InterruptedException {
        AggTrade nonsense = new AggTrade(Long.MAX_VALUE - 1, 1, 1, T + 5, false, 1, 1);
        history.newest(trades.get(0).tradeTimeMs());
        offer(0);
        sequence.offer(nonsense);
        runAt(0);
        runAt(30_000);
        assertEquals(1, sequence.implausible());
        offer(1);
        assertEquals(List.of(0L, 1L), passed);
    }

    @Test
    void afterAReconnectTheHistoryIsReadToItsEnd() throws InterruptedException {
        offer(0);
        repair.doubt();
        history.newest(trades.get(5).tradeTimeMs());
        runAt(0);
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), passed);
        assertFalse(repair.pending());
        assertEquals(List.of(), gaps);
    }

    @Test
    void doubtEndsWithTheExpectedTradeOrWithPatience() throws InterruptedException {
        history.fail(100, Kind.THROTTLED);
        offer(0);
        repair.doubt();
        runAt(0);
        assertTrue(repair.pending());
        repair.reassure();
        runAt(1);
        assertFalse(repair.pending());
        repair.doubt();
        runAt(2);
        runAt(30_002);
        assertFalse(repair.pending());
        assertEquals(List.of(), gaps);
    }

    @Test
    void aPageWithATimeFarAheadIsRefused() throws InterruptedException {
        offer(0, 3);
        repair.run(T - 2 * 3_600_000L);
        assertEquals(List.of(0L), passed);
        assertTrue(repair.pending());
    }
}
