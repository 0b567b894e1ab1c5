package dev.sextant.arbitrage.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CyclesTest {

    @Test
    void aTriangleIsTwoCyclesOneInEachDirection() {
        CurrencyGraph graph = graph("BTC/USD", "ETH/BTC", "ETH/USD", "SOL/USD");
        Cycles cycles = Cycles.of(graph, 3, List.of("USD", "EUR"));
        assertEquals(Set.of("USD>BTC>ETH>USD", "USD>ETH>BTC>USD"), names(cycles));
        int market = graph.marketId("ETH/BTC");
        assertArrayEquals(new int[] {0, 1}, cycles.touching(market));
        assertEquals("USD>ETH>BTC>USD", cycles.name(cycles.along(CurrencyGraph.sell(market))[0]));
        assertEquals("USD>BTC>ETH>USD", cycles.name(cycles.along(CurrencyGraph.buy(market))[0]));
        assertArrayEquals(new int[0], cycles.touching(graph.marketId("SOL/USD")));
    }

    @Test
    void aCycleBeginsWithThePreferredStartInIt() {
        CurrencyGraph graph = graph("BTC/USD", "ETH/BTC", "ETH/USD", "EUR/USD", "BTC/EUR", "SOL/ETH", "SOL/BTC");
        assertEquals(
                Set.of("EUR>BTC>USD>EUR", "EUR>USD>BTC>EUR", "USD>BTC>ETH>USD", "USD>ETH>BTC>USD"),
                names(Cycles.of(graph, 3, List.of("EUR", "USD", "DOGE"))),
                "and the one without a start is left out");
    }

    @Test
    void everyCycleIsNamedByTheAssetsItPasses() {
        CurrencyGraph graph = graph("B/A", "C/B", "D/C", "D/A", "C/A");
        assertEquals(
                Set.of("A>B>C>A", "A>C>B>A", "A>C>D>A", "A>D>C>A", "A>B>C>D>A", "A>D>C>B>A"),
                names(Cycles.of(graph, 4, List.of("A", "B", "C", "D"))));
    }

    @Test
    void otherLengthsAndNoStartAreRefused() {
        CurrencyGraph graph = graph("BTC/USD");
        assertEquals(
                "cycles of up to 5 legs, expected 3 or 4",
                assertThrows(IllegalArgumentException.class, () -> Cycles.of(graph, 5, List.of("USD")))
                        .getMessage());
        assertEquals(
                "no start asset is named",
                assertThrows(IllegalArgumentException.class, () -> Cycles.of(graph, 3, List.of()))
                        .getMessage());
    }

    @Test
    void aMarketListedTwiceIsRefused() {
        assertEquals(
                "market 'BTC/USD' is listed twice",
                assertThrows(IllegalArgumentException.class, () -> graph("BTC/USD", "BTC/USD"))
                        .getMessage());
    }

    /** The twin tries every row of three or four edges there is. */
    @Property(tries = 60)
    void theyAreWhatTryingEveryRowOfEdgesFinds(@ForAll long seed) {
        Random random = new Random(seed);
        int assets = random.nextInt(3, 8);
        Set<String> pairs = new TreeSet<>();
        for (int i = random.nextInt(3, 13); i > 0; i--) {
            int base = random.nextInt(assets);
            int quote = random.nextInt(assets);
            if (base != quote) {
                pairs.add((char) ('A' + base) + "/" + (char) ('A' + quote));
            }
        }
        CurrencyGraph graph = graph(pairs.toArray(String[]::new));
        List<String> starts = random.nextBoolean() ? List.of("B", "A") : List.of("C", "A", "F", "Z");
        Cycles cycles = Cycles.of(graph, 4, starts);
        List<List<Integer>> found = new ArrayList<>();
        for (int cycle = 0; cycle < cycles.count(); cycle++) {
            found.add(list(cycles.edges(cycle)));
        }
        Set<List<Integer>> tried = new HashSet<>();
        for (String start : starts) {
            if (graph.assetId(start) >= 0) {
                tryRows(graph, starts, graph.assetId(start), new ArrayList<>(), tried);
            }
        }
        assertEquals(tried, new HashSet<>(found));
        assertEquals(tried.size(), found.size(), "each once");
    }

    private static void tryRows(
            CurrencyGraph graph, List<String> starts, int start, List<Integer> row, Set<List<Integer>> to) {
        if (row.size() >= 3 && isCycle(graph, starts, start, row)) {
            to.add(List.copyOf(row));
        }
        for (int edge = 0; edge < 2 * graph.marketCount() && row.size() < 4; edge++) {
            row.add(edge);
            tryRows(graph, starts, start, row, to);
            row.removeLast();
        }
    }

    private static boolean isCycle(CurrencyGraph graph, List<String> starts, int start, List<Integer> row) {
        Set<Integer> passed = new HashSet<>();
        int at = start;
        for (int edge : row) {
            int rank = starts.indexOf(graph.asset(at));
            if (graph.from(edge) != at || !passed.add(at) || (rank >= 0 && rank < starts.indexOf(graph.asset(start)))) {
                return false;
            }
            at = graph.to(edge);
        }
        return at == start;
    }

    private static List<Integer> list(int[] edges) {
        List<Integer> list = new ArrayList<>();
        for (int edge : edges) {
            list.add(edge);
        }
        return list;
    }

    private static Set<String> names(Cycles cycles) {
        Set<String> names = new HashSet<>();
        for (int cycle = 0; cycle < cycles.count(); cycle++) {
            names.add(cycles.name(cycle));
        }
        assertEquals(cycles.count(), names.size());
        return names;
    }

    private static CurrencyGraph graph(String... symbols) {
        List<MarketRules> markets = new ArrayList<>();
        for (String symbol : symbols) {
            String[] assets = symbol.split("/", 2);
            markets.add(new MarketRules(symbol, assets[0], assets[1], 2, 8, 5, 1, 1, 0, 0, 0, false));
        }
        return new CurrencyGraph(markets);
    }
}
