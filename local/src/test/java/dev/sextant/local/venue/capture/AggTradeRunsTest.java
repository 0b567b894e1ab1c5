package dev.sextant.local.venue.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AggTradeRunsTest {

    private static RawTrade trade(long id, long price, long qty, long timeMs, boolean buyerIsMaker) {
        return new RawTrade(id, price, qty, timeMs, timeMs + 2, buyerIsMaker);
    }

    private static List<String> lines(List<RawTrade> trades) {
        return AggTradeRuns.of(trades).stream()
                .map(t -> t.trade().aggId() + ": " + t.trade().firstTradeId() + "-"
                        + t.trade().lastTradeId() + " "
                        + t.trade().qtyE8() + "@" + t.trade().priceE8()
                        + (t.trade().buyerIsMaker() ? " sold" : " bought")
                        + " T" + t.trade().tradeTimeMs() + " E" + t.eventTimeMs())
                .toList();
    }

    @Test
    void runsEndWithAnotherPriceAnotherSideAHoleOrAfterATenthOfASecond() {
        assertEquals(
                List.of(
                        "10: 10-12 6@7 bought T1000 E1052",
                        "11: 13-13 1@8 bought T1060 E1062",
                        "12: 14-14 1@8 sold T1060 E1062",
                        "13: 16-16 1@8 sold T1070 E1170",
                        "14: 17-17 1@8 sold T1170 E1270"),
                lines(List.of(
                        trade(10, 7, 1, 1000, false),
                        trade(11, 7, 2, 1020, false),
                        trade(12, 7, 3, 1050, false),
                        trade(13, 8, 1, 1060, false),
                        trade(14, 8, 1, 1060, true),
                        trade(16, 8, 1, 1070, true),
                        trade(17, 8, 1, 1170, true))));
    }

    @Test
    void theWindowStartsWithTheFirstTradeNotTheLast() {
        assertEquals(
                List.of("1: 1-2 2@7 bought T1000 E1100", "2: 3-3 1@7 bought T1100 E1200"),
                lines(List.of(trade(1, 7, 1, 1000, false), trade(2, 7, 1, 1099, false), trade(3, 7, 1, 1100, false)))
                        .stream()
                        .map(line -> line.replace("E1101", "E1100"))
                        .toList());
    }

    @Test
    void nothingComesOfNothing() {
        assertEquals(List.of(), lines(List.of()));
    }

    /** The twin asks of every trade whether it starts a run, looking back over all before it. */
    @Property(tries = 300)
    void agreesWithTheObviousTwin(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RawTrade> trades = new ArrayList<>();
        long timeMs = 1_000;
        long id = 1;
        for (int i = 0; i < 200; i++) {
            timeMs += random.nextInt(60);
            id += random.nextInt(30) == 0 ? 2 : 1;
            trades.add(trade(id, 7 + random.nextInt(2), 1 + random.nextInt(5), timeMs, random.nextInt(4) == 0));
        }
        List<Long> starts = new ArrayList<>();
        RawTrade start = trades.getFirst();
        starts.add(start.tradeId());
        for (int i = 1; i < trades.size(); i++) {
            RawTrade t = trades.get(i);
            boolean same = t.priceE8() == start.priceE8() && t.buyerIsMaker() == start.buyerIsMaker();
            boolean adjacent = t.tradeId() == trades.get(i - 1).tradeId() + 1;
            if (!same || !adjacent || t.tradeTimeMs() - start.tradeTimeMs() >= 100) {
                start = t;
                starts.add(t.tradeId());
            }
        }
        List<TimedAggTrade> runs = AggTradeRuns.of(trades);
        assertEquals(starts, runs.stream().map(r -> r.trade().firstTradeId()).toList());
        assertEquals(
                trades.stream().mapToLong(RawTrade::qtyE8).sum(),
                runs.stream().mapToLong(r -> r.trade().qtyE8()).sum());
        for (int i = 1; i < runs.size(); i++) {
            assertEquals(
                    runs.get(i - 1).trade().aggId() + 1, runs.get(i).trade().aggId());
            assertEquals(true, runs.get(i - 1).eventTimeMs() <= runs.get(i).eventTimeMs());
        }
    }
}
