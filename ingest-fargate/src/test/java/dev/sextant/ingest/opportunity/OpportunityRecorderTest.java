package dev.sextant.ingest.opportunity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.ingest.lease.TickGate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a change of a book to what is written, without a thread. */
class OpportunityRecorderTest {

    private static final int BTC_USD = 0;
    private static final int ETH_BTC = 1;
    private static final int ETH_USD = 2;

    private final CurrencyGraph graph = new CurrencyGraph(List.of(
            new MarketRules("BTC/USD", "BTC", "USD", 1, 8, 5, 1, 1, 10_000, 50_000, 1000, false),
            new MarketRules("ETH/BTC", "ETH", "BTC", 5, 8, 10, 1, 1, 200_000, 200_000, 1000, false),
            new MarketRules("ETH/USD", "ETH", "USD", 2, 8, 5, 1, 1, 200_000, 50_000, 1000, false)));
    private final Cycles cycles = Cycles.of(graph, 3, List.of("USD"));
    private final MemoryOpportunities store = new MemoryOpportunities();
    private final ChangeQueue changes = new ChangeQueue(8);
    private long term = 1;
    private final TickGate lease = new TickGate() {
        @Override
        public long term() {
            return term;
        }

        @Override
        public boolean waits() {
            return false;
        }
    };
    private final OpportunityRecorder recorder = new OpportunityRecorder("kraken", true, false, lease, changes);
    private final OpportunityFeed feed =
            new OpportunityFeed("kraken", new DetectorLimits(0, 50_000, 2_000, 1_000), 5_000, recorder, List.of());
    private final CycleDetector detector = feed.begin(graph, cycles, new int[] {10, 10, 10});
    private final OpportunityWriter writer = new OpportunityWriter("kraken", changes, store, lease, () -> "{}");

    @Test
    void anOpportunityIsWrittenFromFirstSightToItsEnd() throws InterruptedException {
        edge(100);
        write();
        bid(50_000_000, 130);
        write();
        at(160);
        write();
        bid(0, 190);
        write();
        at(5_100);
        write();
        assertEquals(
                List.of(
                        "interrupt kraken",
                        "SEEN 100 looks 1 offsets 0",
                        "CONFIRMED 100 looks 2 offsets 0",
                        "CONFIRMED 100 looks 2 offsets 1",
                        "GONE 100 looks 2 offsets 1",
                        "GONE 100 looks 2 offsets 7"),
                store.written);
        assertEquals(1, recorder.minted());
    }

    @Test
    void severalStatesAreWrittenAsTheLast() throws InterruptedException {
        edge(100);
        bid(50_000_000, 130);
        bid(0, 140);
        write();
        assertEquals(List.of("interrupt kraken", "GONE 100 looks 2 offsets 0"), store.written);
    }

    @Test
    void looksAreNotedTwiceASecondUnlessTheySayMore() throws InterruptedException {
        edge(100);
        bid(50_000_000, 110);
        write();
        for (long ms = 111; ms < 149; ms++) {
            bid(50_000_000, ms);
        }
        assertTrue(changes.isEmpty());
        at(6_000);
        edge(6_000);
        write();
        assertFalse(store.written.isEmpty());
    }

    @Test
    void whoeverHasNoLeaseTellsNothing() throws InterruptedException {
        term = TickGate.CLOSED;
        edge(100);
        bid(50_000_000, 130);
        bid(0, 190);
        feed.finish(200);
        write();
        assertEquals(List.of(), store.written);
        assertEquals(1, recorder.leftToOthers());
    }

    @Test
    void aNewGrantEndsWhatNobodySawTheEndOf() throws InterruptedException {
        write();
        term = 2;
        edge(100);
        write();
        assertEquals(List.of("interrupt kraken", "interrupt kraken", "SEEN 100 looks 1 offsets 0"), store.written);
    }

    @Test
    void theEndOfTheWatchIsTheEndOfWhatIsOpen() throws InterruptedException {
        edge(100);
        feed.finish(400);
        write();
        assertEquals(List.of("interrupt kraken", "GONE 100 looks 1 offsets 0"), store.written);
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsWrittenLaterAndTheRestIsDroppedAndCounted() throws InterruptedException {
        store.down = true;
        edge(100);
        assertFalse(writer.round(0));
        for (int i = 0; i < 20; i++) {
            recorder.left("a", "reason " + i);
        }
        assertFalse(writer.round(0));
        assertEquals(12, changes.dropped());
        assertFalse(writer.isIdle());
        store.down = false;
        write();
        assertEquals(List.of("interrupt kraken", "SEEN 100 looks 1 offsets 0"), store.written);
        write();
        assertEquals("left: reason 7", store.written.getLast());
        assertTrue(writer.isIdle());
    }

    @Test
    void whoTradesIsWrittenAfterWhatItIsAbout() throws InterruptedException {
        recorder.left("x", "too small");
        edge(100);
        recorder.taken("y", "plan-1");
        write();
        assertEquals(
                List.of("interrupt kraken", "SEEN 100 looks 1 offsets 0", "left: too small", "taken by plan-1"),
                store.written);
    }

    @Test
    void otherPairsBeginAnewAndMissesAreKept() {
        edge(100);
        detector.book(ETH_USD).setBid(1_150_000, 2_000_000_000);
        detector.updated(ETH_USD, 200);
        detector.book(ETH_USD).setBid(1_151_000, 1);
        detector.updated(ETH_USD, 210);
        feed.begin(graph, cycles, new int[] {10, 10, 10});
        assertEquals(Map.of(Ending.ABSURD, 1L), feed.missed());
        assertEquals(3, feed.pairs().orElseThrow());
    }

    private void write() throws InterruptedException {
        assertTrue(writer.round(0));
    }

    private void edge(long nowMs) {
        detector.book(BTC_USD).setAsk(500_000, 100_000_000);
        detector.updated(BTC_USD, nowMs);
        detector.book(ETH_BTC).setAsk(4_000, 2_000_000_000);
        detector.updated(ETH_BTC, nowMs);
        bid(2_000_000_000, nowMs);
    }

    private void bid(long quantity, long nowMs) {
        at(nowMs);
        detector.book(ETH_USD).setBid(202_000, quantity);
        detector.updated(ETH_USD, nowMs);
    }

    private void at(long nowMs) {
        feed.before(nowMs);
    }
}
