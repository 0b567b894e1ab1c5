package dev.sextant.arbitrage.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.arbitrage.price.CycleSizer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleDetectorTest {

    private static final int BTC_USD = 0;
    private static final int ETH_BTC = 1;
    private static final int ETH_USD = 2;
    private static final int SOL_USD = 3;

    private final CurrencyGraph graph = new CurrencyGraph(List.of(
            new MarketRules("BTC/USD", "BTC", "USD", 1, 8, 5, 1, 1, 10_000, 50_000, 1000, false),
            new MarketRules("ETH/BTC", "ETH", "BTC", 5, 8, 10, 1, 1, 200_000, 200_000, 1000, false),
            new MarketRules("ETH/USD", "ETH", "USD", 2, 8, 5, 1, 1, 200_000, 50_000, 1000, false),
            new MarketRules("SOL/USD", "SOL", "USD", 2, 8, 5, 1, 1, 0, 0, 1000, false)));
    private final Cycles cycles = Cycles.of(graph, 3, List.of("USD"));
    private final List<String> told = new ArrayList<>();
    private final CycleDetector detector = new CycleDetector(
            graph, cycles, new int[] {10, 10, 10, 10}, new DetectorLimits(0, 50_000, 1000, 1000), new Told());

    private final class Told implements OpportunitySink {
        @Override
        public void seen(int cycle, long nowMs, CycleSizer plan) {
            told.add(nowMs + " seen " + cycles.name(cycle) + " of " + BigDecimal.valueOf(plan.spend(), 5));
        }

        @Override
        public void stillThere(int cycle, long nowMs, CycleSizer plan) {
            told.add(nowMs + " still of " + BigDecimal.valueOf(plan.spend(), 5));
        }

        @Override
        public void gone(int cycle, long nowMs, Ending why) {
            told.add(nowMs + " gone: " + why);
        }

        @Override
        public void missed(int cycle, long nowMs, Ending why) {
            told.add(nowMs + " missed: " + why);
        }
    }

    @Test
    void anOpportunityIsSeenStaysAndGoes() {
        anEdgeAt(100);
        detector.book(ETH_USD).setBid(202_000, 50_000_000);
        detector.updated(ETH_USD, 140);
        detector.book(SOL_USD).setBid(1, 1);
        detector.updated(SOL_USD, 150);
        detector.book(ETH_USD).setBid(202_000, 0);
        detector.updated(ETH_USD, 160);
        assertEquals(
                List.of("100 seen USD>BTC>ETH>USD of 999.99951", "140 still of 999.99951", "160 gone: NO_EDGE"), told);
        assertEquals(0, detector.liveCount());
    }

    @Test
    void aChangeOfTheSideThatItDoesNotTradeOnKeepsItFreshAndIsNoNewsOfIt() {
        anEdgeAt(100);
        for (int market : new int[] {BTC_USD, ETH_BTC, ETH_USD}) {
            detector.updated(market, 1000);
        }
        detector.book(ETH_USD).setAsk(900_000, 1);
        detector.updated(ETH_USD, 1000);
        detector.passed(2000);
        assertEquals(List.of("100 seen USD>BTC>ETH>USD of 999.99951"), told);
        detector.passed(2001);
        assertEquals(List.of("100 seen USD>BTC>ETH>USD of 999.99951", "2001 gone: STALE"), told);
    }

    @Test
    void aBookThatIsSilentForTooLongEndsItWithoutAnyOtherNews() {
        anEdgeAt(100);
        detector.passed(1100);
        detector.passed(1101);
        assertEquals(List.of("100 seen USD>BTC>ETH>USD of 999.99951", "1101 gone: STALE"), told);
    }

    @Test
    void newsOfOneLegDontMakeTheOthersFresh() {
        anEdgeAt(100);
        detector.updated(ETH_USD, 1200);
        detector.book(ETH_USD).setBid(202_001, 1);
        detector.updated(ETH_USD, 1300);
        assertEquals(List.of("100 seen USD>BTC>ETH>USD of 999.99951", "1200 gone: STALE", "1300 missed: STALE"), told);
    }

    @Test
    void aClosedMarketEndsItAndItIsSeenAgainWhenItOpens() {
        anEdgeAt(100);
        detector.closed(ETH_BTC, 200);
        detector.updated(BTC_USD, 210);
        detector.updated(ETH_BTC, 300);
        assertEquals(
                List.of(
                        "100 seen USD>BTC>ETH>USD of 999.99951",
                        "200 gone: CLOSED",
                        "300 seen USD>BTC>ETH>USD of 999.99951"),
                told);
    }

    @Test
    void whatTheVenueWouldRefuseIsMissed() {
        detector.book(BTC_USD).setAsk(500_000, 100_000_000);
        detector.updated(BTC_USD, 100);
        detector.book(ETH_BTC).setAsk(4_000, 199_999);
        detector.updated(ETH_BTC, 100);
        detector.book(ETH_USD).setBid(202_000, 2_000_000_000);
        detector.updated(ETH_USD, 100);
        assertEquals(List.of("100 missed: TOO_SMALL"), told);
    }

    @Test
    void pricesThatPayMoreThanAnyMarketAreNotBelieved() {
        anEdgeAt(100);
        detector.book(ETH_USD).setBid(1_150_000, 2_000_000_000);
        detector.updated(ETH_USD, 200);
        detector.book(BTC_USD).setAsk(499_999, 1);
        detector.updated(BTC_USD, 210);
        detector.book(ETH_USD).setBid(1_150_000, 0);
        detector.updated(ETH_USD, 300);
        assertEquals(
                List.of(
                        "100 seen USD>BTC>ETH>USD of 999.99951",
                        "200 gone: ABSURD",
                        "210 missed: ABSURD",
                        "300 seen USD>BTC>ETH>USD of 999.99951"),
                told);
    }

    @Test
    void limitsOutOfRangeAreRefused() {
        refused("bufferPpm -1, expected 0 to 1000000", -1, 1, 1000, 1000);
        refused("maxEdgePpm 0, expected 1 or more", 0, 0, 1000, 1000);
        refused("staleMs 0, expected 1 or more", 0, 1, 0, 1000);
        refused("maxNotional 0.0, expected above 0, at most 1e12", 0, 1, 1000, 0);
        refused("maxNotional NaN, expected above 0, at most 1e12", 0, 1, 1000, Double.NaN);
    }

    private static void refused(String message, int bufferPpm, int maxEdgePpm, long staleMs, double maxNotional) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new DetectorLimits(bufferPpm, maxEdgePpm, staleMs, maxNotional))
                        .getMessage());
    }

    private void anEdgeAt(long nowMs) {
        detector.book(BTC_USD).setAsk(500_000, 100_000_000);
        detector.updated(BTC_USD, nowMs);
        detector.book(ETH_BTC).setAsk(4_000, 2_000_000_000);
        detector.updated(ETH_BTC, nowMs);
        detector.book(ETH_USD).setBid(202_000, 2_000_000_000);
        detector.updated(ETH_USD, nowMs);
    }
}
