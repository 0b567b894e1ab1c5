package dev.sextant.arbitrage.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

class CycleGateTest {

    /** After each change of one book only the cycles it touches are judged; together they are all there are. */
    @Property(tries = 150)
    void whatPassesAfterEachChangeIsWhatJudgingAllCyclesAnewLetsPass(@ForAll long seed) {
        GeneratedMarket market = new GeneratedMarket(seed, 6);
        int buffer = Math.floorMod(seed, 3) * 700;
        CycleSizer sizer = new CycleSizer(market.graph, market.cycles, market.books, buffer);
        CycleGate gate = new CycleGate(market.graph, market.cycles, sizer);
        Set<Integer> live = new HashSet<>();
        Set<Integer> closed = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            int changed = market.change();
            if (market.random.nextInt(10) == 0) {
                gate.close(changed);
                closed.add(changed);
            } else {
                gate.refresh(CurrencyGraph.sell(changed));
                gate.refresh(CurrencyGraph.buy(changed));
                closed.remove(changed);
            }
            for (int cycle : market.cycles.touching(changed)) {
                live.remove(cycle);
            }
            addThoseThatPass(gate, CurrencyGraph.sell(changed), live);
            addThoseThatPass(gate, CurrencyGraph.buy(changed), live);
            Set<Integer> expected = anew(market, buffer, closed);
            Statistics.collect(expected.isEmpty());
            assertEquals(expected, live);
        }
        Statistics.coverage(seen -> seen.check(false).percentage(share -> share > 10));
    }

    private static void addThoseThatPass(CycleGate gate, int edge, Set<Integer> live) {
        for (int n = gate.judge(edge); n > 0; n--) {
            live.add(gate.passed(n - 1));
        }
    }

    private static Set<Integer> anew(GeneratedMarket market, int buffer, Set<Integer> closed) {
        Set<Integer> passing = new HashSet<>();
        for (int cycle = 0; cycle < market.cycles.count(); cycle++) {
            boolean open = true;
            for (int edge : market.cycles.edges(cycle)) {
                open &= !closed.contains(CurrencyGraph.marketOf(edge));
            }
            if (open && pays(market.legs(cycle), buffer)) {
                passing.add(cycle);
            }
        }
        return passing;
    }

    private static boolean pays(List<PlainLeg> legs, int buffer) {
        BigDecimal gained = BigDecimal.valueOf(1_000_000);
        BigDecimal given = BigDecimal.valueOf(1_000_000L + buffer);
        for (PlainLeg leg : legs) {
            if (leg.levels.isEmpty()) {
                return false;
            }
            gained = gained.multiply(leg.gained(leg.levels.firstKey()));
            given = given.multiply(leg.given(leg.levels.firstKey()));
        }
        return gained.compareTo(given) > 0;
    }

    @Property(tries = 100)
    void theProductOfACycleIsThatOfItsBestRates(@ForAll long seed) {
        GeneratedMarket market = new GeneratedMarket(seed, 4);
        CycleSizer sizer = new CycleSizer(market.graph, market.cycles, market.books, 0);
        CycleGate gate = new CycleGate(market.graph, market.cycles, sizer);
        for (int i = 0; i < 20; i++) {
            int changed = market.change();
            gate.refresh(CurrencyGraph.sell(changed));
            gate.refresh(CurrencyGraph.buy(changed));
        }
        for (int cycle = 0; cycle < market.cycles.count(); cycle++) {
            double product = 1;
            for (PlainLeg leg : market.legs(cycle)) {
                double price = leg.levels.isEmpty() ? 0 : leg.levels.firstKey().doubleValue();
                product *= price == 0
                        ? 0
                        : leg.gained(BigDecimal.valueOf(price)).doubleValue()
                                / leg.given(BigDecimal.valueOf(price)).doubleValue();
            }
            double difference = Math.abs(product - gate.product(market.cycles.edges(cycle)));
            assertTrue(difference < 1e-12 * Math.max(1, product), () -> "differs by " + difference);
        }
    }
}
