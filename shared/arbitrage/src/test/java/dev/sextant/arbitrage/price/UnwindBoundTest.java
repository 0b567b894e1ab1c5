package dev.sextant.arbitrage.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnwindBoundTest {

    private final CurrencyGraph graph = new CurrencyGraph(List.of(
            market("BTC/USD", "BTC", "USD"),
            market("ETH/BTC", "ETH", "BTC"),
            market("ETH/SOL", "ETH", "SOL"),
            market("SOL/USD", "SOL", "USD"),
            market("ETH/USD", "ETH", "USD")));
    private final Cycles cycles = Cycles.of(graph, 4, List.of("USD"));
    private final OrderBook[] books = {
        new OrderBook(10), new OrderBook(10), new OrderBook(10), new OrderBook(10), new OrderBook(10)
    };
    private final CycleSizer sizer = new CycleSizer(graph, cycles, books, 0);

    private static MarketRules market(String symbol, String base, String quote) {
        return new MarketRules(symbol, base, quote, 4, 4, 4, 1, 1, 0, 0, 0, false);
    }

    /** USD buy BTC at 100, BTC buy ETH at 1, ETH sell for SOL at 1 and SOL for USD at 103; ETH sell for USD at 98. */
    @BeforeEach
    void books() {
        books[0].setAsk(1_000_000, 100_000);
        books[0].setBid(990_000, 100_000);
        books[1].setAsk(10_000, 100_000);
        books[2].setBid(10_000, 100_000);
        books[3].setBid(1_030_000, 100_000);
        books[4].setBid(980_000, 100_000);
    }

    @Test
    void itIsTheWorstOfAllPlacesWhereTheCycleMayStop() {
        assertEquals(20_0000, bound(0), "10 BTC sell for 990, 10 ETH for 980, 10 SOL for 1,030");
        assertEquals(69_0000, bound(50_000), "and five per cent less");
    }

    @Test
    void thereIsNoneWhereABookHoldsTooLittleOrThereIsNoMarket() {
        books[4].setBid(980_000, 99_999);
        assertEquals(UnwindBound.NONE, bound(0), "a lot less than the plan brings");
        books[4].clear();
        assertEquals(UnwindBound.NONE, bound(0));
    }

    @Test
    void aHaircutOutOfRangeIsRefused() {
        assertEquals(
                "haircut of 1000001 ppm, expected 0 to 1000000",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new UnwindBound(graph, market -> books[market], 1_000_001))
                        .getMessage());
    }

    private long bound(int haircutPpm) {
        int cycle = 0;
        while (!cycles.name(cycle).equals("USD>BTC>ETH>SOL>USD")) {
            cycle++;
        }
        assertEquals(Sizing.PROFITABLE, sizer.size(cycle, 1_000_0000));
        return new UnwindBound(graph, market -> books[market], haircutPpm).worstLoss(sizer, cycles.edges(cycle));
    }
}
