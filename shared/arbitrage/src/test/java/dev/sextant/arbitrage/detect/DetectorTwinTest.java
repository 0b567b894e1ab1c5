package dev.sextant.arbitrage.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.arbitrage.price.GeneratedMarket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** The detector beside one that prices every cycle anew, in decimals, after each update. */
class DetectorTwinTest {

    private final Map<String, BigDecimal> live = new TreeMap<>();

    /** Keeps what is live, with what it earns. */
    private final class Kept implements OpportunitySink {
        private final GeneratedMarket market;

        Kept(GeneratedMarket market) {
            this.market = market;
        }

        private void keep(int cycle, CycleSizer plan) {
            int scale = market.graph.scale(market.cycles.start(cycle));
            live.put(
                    name(market, cycle),
                    BigDecimal.valueOf(plan.profit(), scale).stripTrailingZeros());
        }

        @Override
        public void seen(int cycle, long nowMs, CycleSizer plan) {
            assertEquals(null, live.get(name(market, cycle)), "seen twice");
            keep(cycle, plan);
        }

        @Override
        public void stillThere(int cycle, long nowMs, CycleSizer plan) {
            keep(cycle, plan);
        }

        @Override
        public void gone(int cycle, long nowMs, Ending why) {
            live.remove(name(market, cycle));
        }

        @Override
        public void missed(int cycle, long nowMs, Ending why) {
            assertEquals(null, live.get(name(market, cycle)), "missed while it was there");
        }
    }

    @Property(tries = 60)
    void afterEachUpdateTheSameCyclesAreLiveWithTheSameProfit(@ForAll long seed) {
        live.clear();
        GeneratedMarket market = new GeneratedMarket(seed, 5);
        int[] depths = new int[market.books.length];
        Arrays.fill(depths, 10);
        int buffer = Math.floorMod(seed, 2) * 800;
        double cap = market.random.nextInt(1, 90);
        CycleDetector detector = new CycleDetector(
                market.graph, market.cycles, depths, new DetectorLimits(buffer, 10_000_000, 40, cap), new Kept(market));
        long[] heardMs = new long[market.books.length];
        Arrays.fill(heardMs, -1_000_000);
        for (int i = 0; i < market.books.length; i++) {
            market.books[i] = detector.book(i);
        }
        for (long nowMs = 1; nowMs < 400; nowMs += market.random.nextInt(8)) {
            int changed = market.change();
            detector.passed(nowMs);
            heardMs[changed] = nowMs;
            detector.updated(changed, nowMs);
            Map<String, BigDecimal> expected = anew(market, heardMs, nowMs, buffer, BigDecimal.valueOf(cap));
            Statistics.collect(expected.isEmpty());
            assertEquals(expected, live);
        }
        Statistics.coverage(seen -> seen.check(false).percentage(share -> share > 10));
    }

    private static Map<String, BigDecimal> anew(
            GeneratedMarket market, long[] heardMs, long nowMs, int buffer, BigDecimal cap) {
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (int cycle = 0; cycle < market.cycles.count(); cycle++) {
            List<Long> ages = new ArrayList<>();
            for (int edge : market.cycles.edges(cycle)) {
                ages.add(nowMs - heardMs[edge / 2]);
            }
            String name = name(market, cycle);
            if (ages.stream().allMatch(age -> age <= 40)) {
                market.plainProfit(cycle, buffer, cap)
                        .ifPresent(profit -> expected.put(name, profit.stripTrailingZeros()));
            }
        }
        return expected;
    }

    private static String name(GeneratedMarket market, int cycle) {
        return market.cycles.name(cycle);
    }
}
