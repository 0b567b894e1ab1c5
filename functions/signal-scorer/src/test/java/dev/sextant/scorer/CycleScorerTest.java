package dev.sextant.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.CyclePlanned;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.market.FramedBook;
import dev.sextant.domain.market.PairRules;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.planning.PlanSettings;
import dev.sextant.platform.telemetry.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From a frame on the market stream to a plan on the decisions stream. */
class CycleScorerTest {

    private static final long T0 = 1_767_225_600_000L;
    private static final PlanSettings SETTINGS = new PlanSettings(
            new Account("paper-main-kraken"), "USD", "triangles", "triangles@1", CyclePlan.Lane.STREAM, 3_000, 3_000);

    private final List<DecisionRecord> told = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private long nowMs = T0;
    private final CycleScorer scorer = scorer();

    private CycleScorer scorer() {
        return new CycleScorer(SETTINGS, told::addAll, () -> nowMs, new Metrics() {
            @Override
            public void count(String name, long more) {
                counts.merge(name, (int) more, Integer::sum);
            }

            @Override
            public void longest(String name, long durationMs) {}

            @Override
            public void flush() {}
        });
    }

    /** BTC at 50,000, ETH at 0.05 BTC, and somebody who pays for ETH as many dollars as it says. */
    private static CycleFrame frame(String opportunity, long asOfMs, long ethBid) {
        return new CycleFrame(
                "kraken",
                opportunity.repeat(32),
                "USD>BTC>ETH>USD",
                asOfMs,
                new CycleFrame.Limits(0, 50_000, 5_000, 1_000),
                List.of(
                        book("BTC/USD", 1, 500_000, 499_900),
                        book("ETH/BTC", 5, 5_000, 4_999),
                        book("ETH/USD", 2, ethBid * 100 + 100, ethBid * 100)));
    }

    private static FramedBook book(String pair, int pricePrecision, long ask, long bid) {
        String[] assets = pair.split("/", -1);
        return new FramedBook(
                new PairRules(
                        new Symbol(pair), assets[0], assets[1], pricePrecision, 8, 8, 1, 1, 10_000, 0, 1_000, false),
                50,
                List.of(new FramedBook.Level(bid, 1_000_000_000)),
                List.of(new FramedBook.Level(ask, 1_000_000_000)));
    }

    @Test
    void whatPaysIsToldAgainAfterHalfASecondAndNotSooner() {
        scorer.onFrame(frame("a1", T0, 2_520));
        nowMs += 600;
        scorer.onFrame(frame("a1", T0 + 499, 2_520));
        assertEquals(1, told.size());
        scorer.onFrame(frame("a1", T0 + 500, 2_521));
        scorer.onFrame(frame("a1", T0 + 499, 2_520));
        assertEquals(2, told.size());
        CyclePlan first = ((CyclePlanned) told.getFirst()).plan();
        CyclePlan again = ((CyclePlanned) told.getLast()).plan();
        assertEquals(first.planId(), again.planId(), "it is the same plan");
        assertEquals(T0 + 500, again.decidedAtMs());
        assertEquals(Map.of("CyclesConfirmed", 1), counts);
    }

    @Test
    void whatPaysIsPlannedOnceHoweverOftenItIsFramed() {
        scorer.onFrame(frame("a1", T0, 2_520));
        nowMs += 250;
        scorer.onFrame(frame("a1", T0 + 250, 2_521));
        scorer.onFrame(frame("a1", T0, 2_520));
        assertEquals(1, told.size());
        CyclePlan plan = ((CyclePlanned) told.getFirst()).plan();
        assertEquals("USD>BTC>ETH>USD", plan.cycle());
        assertEquals(SETTINGS.account(), plan.account());
        assertEquals(T0, plan.decidedAtMs());
        assertEquals(Map.of("CyclesConfirmed", 1), counts);
    }

    @Test
    void anotherCopyMakesTheVerySamePlan() {
        scorer.onFrame(frame("a1", T0, 2_520));
        nowMs += 700;
        scorer().onFrame(frame("a1", T0, 2_520));
        assertEquals(2, told.size());
        assertEquals(told.getFirst(), told.getLast());
    }

    @Test
    void aLateFrameIsPassedOverAndAFresherOneOfTheSameIsNot() {
        nowMs += 2_951;
        scorer.onFrame(frame("a1", T0, 2_520));
        assertEquals(List.of(), told);
        scorer.onFrame(frame("a1", T0 + 2_000, 2_520));
        assertEquals(1, told.size());
        assertEquals(Map.of("CyclesConfirmed", 1, "CyclesLate", 1), counts);
    }

    @Test
    void whatDoesNotPayAfterFeesIsRefuted() {
        scorer.onFrame(frame("a1", T0, 2_505));
        scorer.onFrame(frame("b2", T0, 5_000));
        assertEquals(List.of(), told);
        assertEquals(Map.of("CyclesRefuted", 2), counts);
    }
}
