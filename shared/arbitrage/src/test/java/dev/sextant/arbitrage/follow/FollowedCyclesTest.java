package dev.sextant.arbitrage.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.detect.OpportunitySink;
import dev.sextant.arbitrage.detect.OpportunitySinks;
import dev.sextant.arbitrage.follow.Opportunity.Life;
import dev.sextant.arbitrage.follow.ProvenBook.Level;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.arbitrage.price.CycleSizer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FollowedCyclesTest {

    private static final int BTC_USD = 0;
    private static final int ETH_BTC = 1;
    private static final int ETH_USD = 2;

    private final CurrencyGraph graph = new CurrencyGraph(List.of(
            new MarketRules("BTC/USD", "BTC", "USD", 1, 8, 5, 1, 1, 10_000, 50_000, 1000, false),
            new MarketRules("ETH/BTC", "ETH", "BTC", 5, 8, 10, 1, 1, 200_000, 200_000, 1000, false),
            new MarketRules("ETH/USD", "ETH", "USD", 2, 8, 5, 1, 1, 200_000, 50_000, 1000, false)));
    private final Cycles cycles = Cycles.of(graph, 3, List.of("USD"));
    private final List<String> told = new ArrayList<>();
    private final List<Opportunity> over = new ArrayList<>();
    private final List<ProvenBook> proof = new ArrayList<>();
    private final FollowedCycles followed = new FollowedCycles("kraken", graph, cycles, 5_000, new Noted());
    private final List<String> beside = new ArrayList<>();
    private final CycleDetector detector = new CycleDetector(
            graph,
            cycles,
            new int[] {10, 10, 10},
            new DetectorLimits(0, 50_000, 2000, 1000),
            new OpportunitySinks(List.of(followed, new Beside())));
    private boolean pursued;
    private boolean done;

    FollowedCyclesTest() {
        followed.follow(detector);
    }

    private final class Noted implements OpportunityFollower, Pursuit {
        @Override
        public Pursuit seen(Sighting sighting, CycleSizer plan) {
            told.add("seen");
            proof.addAll(followed.proof(sighting, plan));
            return pursued ? this : NONE;
        }

        @Override
        public void changed(Sighting sighting) {
            Opportunity now = sighting.opportunity();
            told.add(now.life() + " " + now.looks() + " " + now.decay().size());
        }

        @Override
        public void over(Sighting sighting) {
            over.add(sighting.opportunity());
        }

        @Override
        public void advance(long nowMs) {}

        @Override
        public void finish() {
            done = true;
        }

        @Override
        public boolean isDone() {
            return done;
        }
    }

    private final class Beside implements OpportunitySink {
        @Override
        public void seen(int cycle, long nowMs, CycleSizer plan) {
            beside.add(followed.live(cycle).id());
        }

        @Override
        public void stillThere(int cycle, long nowMs, CycleSizer plan) {
            beside.add("still");
        }

        @Override
        public void gone(int cycle, long nowMs, Ending why) {
            beside.add("gone");
        }

        @Override
        public void missed(int cycle, long nowMs, Ending why) {
            beside.add("missed");
        }
    }

    @Test
    void anOpportunityIsSeenConfirmedGoneAndFollowedToItsLastOffset() {
        edge(100);
        at(130);
        book(ETH_USD, 50_000_000, 140);
        at(180);
        book(ETH_USD, 0, 190);
        at(5_099);
        assertEquals(List.of(), over);
        at(5_100);
        assertEquals(List.of("seen", "CONFIRMED 2 0", "CONFIRMED 2 1", "GONE 2 1", "GONE 2 6"), told);
        Opportunity whole = over.getFirst();
        assertEquals(OptionalLong.of(190), whole.goneMs());
        assertEquals(140, whole.lastMs());
        assertEquals(Optional.of(Ending.NO_EDGE), whole.why());
        assertEquals(Life.GONE, whole.life());
        assertEquals(Sighting.OFFSETS_MS, List.copyOf(whole.decay().keySet()));
        assertEquals(0.0, whole.decay().get(5000));
        assertTrue(whole.decay().getOrDefault(50, 0.0) > 0.9);
        assertEquals(OpportunityId.of("kraken", "USD>BTC>ETH>USD", 100, 0), whole.id());
    }

    @Test
    void oneThatStaysIsLookedAtAgainThoughNothingChanges() {
        edge(100);
        at(349);
        at(350);
        assertEquals(List.of("seen", "SEEN 1 2", "CONFIRMED 2 2", "CONFIRMED 2 3"), told);
        assertEquals("still", beside.getLast());
    }

    @Test
    void eachOffsetIsJudgedByHowOldTheBooksWereThenThoughTimeIsToldLater() {
        edge(100);
        at(2_500);
        at(5_100);
        Map<Integer, Double> decay = over.getFirst().decay();
        for (int offsetMs : List.of(50, 100, 250, 500, 1000, 2000)) {
            assertEquals(1.0, decay.get(offsetMs), "the books stood " + offsetMs + " ms later");
        }
        assertEquals(0.0, decay.get(5000));
        assertEquals(Optional.of(Ending.STALE), over.getFirst().why());
    }

    @Test
    void thePlanSaysEachLegAndHowOldItsBookIs() {
        detector.book(BTC_USD).setAsk(500_000, 100_000_000);
        detector.updated(BTC_USD, 20);
        detector.book(ETH_BTC).setAsk(4_000, 2_000_000_000);
        detector.updated(ETH_BTC, 60);
        book(ETH_USD, 2_000_000_000, 100);
        followed.finish(110);
        SizedCycle plan = over.getFirst().plan();
        assertEquals(
                List.of(80L, 40L, 0L),
                plan.legs().stream().map(SizedLeg::bookAgeMs).toList());
        assertEquals(
                List.of("BTC/USD", "ETH/BTC", "ETH/USD"),
                plan.legs().stream().map(SizedLeg::pair).toList());
        assertEquals(
                List.of(true, true, false),
                plan.legs().stream().map(SizedLeg::buys).toList());
        assertEquals(new BigDecimal("50000.0"), plan.legs().getFirst().limit());
        assertEquals(Optional.empty(), over.getFirst().why());
        assertEquals(OptionalLong.of(110), over.getFirst().goneMs());
    }

    @Test
    void theProofIsTheLevelsThatAreUsedAndAFewMore() {
        detector.book(BTC_USD).setAsk(500_000, 1_000_000);
        for (int level = 1; level < 8; level++) {
            detector.book(BTC_USD).setAsk(500_000 + level, 100_000_000);
        }
        edge(100);
        ProvenBook first = proof.getFirst();
        assertEquals(2, first.used());
        assertTrue(first.asks());
        assertEquals(2 + ProvenBook.BEYOND, first.levels().size());
        assertEquals(
                new Level(new BigDecimal("50000.0"), new BigDecimal("0.01000000")),
                first.levels().getFirst());
        assertEquals(1, proof.getLast().levels().size());
    }

    @Test
    void twoInTheSameMillisecondHaveTheirOwnNames() {
        edge(100);
        book(ETH_USD, 0, 100);
        book(ETH_USD, 2_000_000_000, 100);
        followed.finish(100);
        assertEquals(2, over.size());
        assertNotEquals(over.getFirst().id(), over.getLast().id());
    }

    @Test
    void oneThatIsPursuedIsNotOverBeforeThat() {
        pursued = true;
        edge(100);
        book(ETH_USD, 0, 200);
        at(6_000);
        assertEquals(List.of(), over);
        done = true;
        at(6_001);
        assertEquals(1, over.size());
    }

    @Test
    void missesAreCountedAndTheOtherSinkIsToldOfEverything() {
        edge(100);
        detector.book(ETH_USD).setBid(1_150_000, 2_000_000_000);
        detector.updated(ETH_USD, 200);
        detector.book(BTC_USD).setAsk(499_999, 1);
        detector.updated(BTC_USD, 210);
        assertEquals(Map.of(Ending.ABSURD, 1L), followed.missed());
        assertEquals(List.of(OpportunityId.of("kraken", "USD>BTC>ETH>USD", 100, 0), "gone", "missed"), beside);
    }

    private void edge(long nowMs) {
        detector.book(BTC_USD).setAsk(500_000, detector.book(BTC_USD).asks().size() == 0 ? 100_000_000 : 1_000_000);
        detector.updated(BTC_USD, nowMs);
        detector.book(ETH_BTC).setAsk(4_000, 2_000_000_000);
        detector.updated(ETH_BTC, nowMs);
        book(ETH_USD, 2_000_000_000, nowMs);
    }

    private void book(int market, long bid, long nowMs) {
        detector.book(market).setBid(202_000, bid);
        detector.updated(market, nowMs);
    }

    private void at(long nowMs) {
        followed.advance(nowMs);
        detector.passed(nowMs);
    }
}
