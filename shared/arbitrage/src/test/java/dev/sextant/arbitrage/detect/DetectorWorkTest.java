package dev.sextant.arbitrage.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.arbitrage.price.CycleSizer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an update costs, counted: no garbage, and no cycle that it doesn't touch. */
class DetectorWorkTest {

    private static final int COINS = 8;
    private static final int ROUNDS = 3_000;
    private static final int TRIES = 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final CurrencyGraph graph = new CurrencyGraph(markets());
    private final Cycles cycles = Cycles.of(graph, 3, List.of("USD"));
    private final Told told = new Told();
    private final CycleDetector detector = detector();

    /** Counts what it is told, and of which cycles. */
    private static final class Told implements OpportunitySink {
        private final boolean[] cycles = new boolean[1_000];
        private int looked;
        private int ended;

        @Override
        public void seen(int cycle, long nowMs, CycleSizer plan) {
            look(cycle);
        }

        @Override
        public void stillThere(int cycle, long nowMs, CycleSizer plan) {
            look(cycle);
        }

        @Override
        public void gone(int cycle, long nowMs, Ending why) {
            ended++;
        }

        @Override
        public void missed(int cycle, long nowMs, Ending why) {
            look(cycle);
        }

        private void look(int cycle) {
            looked++;
            cycles[cycle] = true;
        }
    }

    private static List<MarketRules> markets() {
        List<MarketRules> markets = new ArrayList<>();
        markets.add(market("BTC", "USD"));
        for (int coin = 0; coin < COINS; coin++) {
            markets.add(market("C" + coin, "USD"));
            markets.add(market("C" + coin, "BTC"));
        }
        return markets;
    }

    private static MarketRules market(String base, String quote) {
        return new MarketRules(base + "/" + quote, base, quote, 5, 8, 8, 1, 10, 10, 10, 1_000, false);
    }

    private CycleDetector detector() {
        int[] depths = new int[graph.marketCount()];
        Arrays.fill(depths, 10);
        CycleDetector made =
                new CycleDetector(graph, cycles, depths, new DetectorLimits(0, 10_000_000, 1_000, 1_000), told);
        for (int market = 0; market < depths.length; market++) {
            for (int level = 0; level < 10; level++) {
                made.book(market).setBid(99_900 - level * 10, 100_000_000);
                made.book(market).setAsk(100_100 + level * 10, 100_000_000);
            }
            made.updated(market, 0);
        }
        return made;
    }

    @Test
    void updatesAllocateNothing() {
        allocated();
        assertTrue(told.looked > ROUNDS, "opportunities come");
        assertTrue(told.ended > ROUNDS, "and go");
        long least = allocated();
        // the machine itself allocates a little when it throws compiled code away; an update that does would each time
        for (int i = 0; i < TRIES && least > 0; i++) {
            least = Math.min(least, allocated());
        }
        assertEquals(0, least);
    }

    /** Levels come, go and change, and the price of one market after the other pays for a while. */
    private long allocated() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            int market = i % graph.marketCount();
            OrderBook book = detector.book(market);
            book.setBid(99_899, 50_000_000 + i);
            book.setBid(101_500, 70_000_000);
            book.truncate();
            detector.updated(market, 0);
            book.setBid(101_500, 0);
            book.setBid(99_810, 100_000_000);
            book.truncate();
            detector.updated(market, 0);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void anUpdateLooksAtTheCyclesOfTheSidesItChangesAndAtNoOther() {
        for (int market = 0; market < graph.marketCount(); market++) {
            detector.book(market).setBid(150_000, 100_000_000);
            detector.book(market).setAsk(60_000, 100_000_000);
            detector.updated(market, 0);
        }
        assertEquals(2 * COINS, cycles.count());
        for (int market = 0; market < graph.marketCount(); market++) {
            OrderBook book = detector.book(market);
            assertLooksAt(market, cycles.touching(market), () -> {
                book.setBid(149_000, 10);
                book.setAsk(61_000, 10);
            });
            assertLooksAt(market, cycles.along(CurrencyGraph.sell(market)), () -> book.setBid(149_000, 0));
            assertLooksAt(market, cycles.along(CurrencyGraph.buy(market)), () -> book.setAsk(61_000, 0));
            assertLooksAt(market, new int[0], () -> book.setAsk(61_000, 0));
        }
        assertEquals(2 * COINS, cycles.touching(0).length);
        assertEquals(2, cycles.touching(1).length);
    }

    @Test
    void aChangeBelowTheLevelsThatASizingDependsOnIsPassedOver() {
        OrderBook book = detector.book(1);
        book.setBid(150_000, 100_000_000);
        detector.updated(1, 0);
        int[] along = cycles.along(CurrencyGraph.sell(1));
        assertEquals(1, along.length);
        assertLooksAt(1, new int[0], () -> book.setBid(99_895, 100_000_000));
        assertLooksAt(1, new int[0], () -> book.setBid(99_890, 0));
        // the first level that no longer pays is the last one that matters
        assertLooksAt(1, along, () -> book.setBid(99_905, 100_000_000));
        assertLooksAt(1, new int[0], () -> book.setBid(150_000, 0));
        assertEquals(1, told.ended);
    }

    @Test
    void aLiveOneIsToldOfAgainOnRequest() {
        detector.lookAgain(cycles.along(CurrencyGraph.sell(1))[0], 0);
        assertEquals(0, told.looked);
        detector.book(1).setBid(150_000, 100_000_000);
        detector.updated(1, 0);
        detector.lookAgain(cycles.along(CurrencyGraph.sell(1))[0], 0);
        assertEquals(2, told.looked);
    }

    private void assertLooksAt(int market, int[] wanted, Runnable change) {
        told.looked = 0;
        Arrays.fill(told.cycles, false);
        change.run();
        detector.updated(market, 0);
        assertEquals(wanted.length, told.looked, "each once");
        for (int cycle : wanted) {
            assertTrue(told.cycles[cycle], () -> "not looked at: " + cycles.name(cycle));
        }
    }
}
