package dev.sextant.arbitrage.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.arbitrage.price.PlainSizer.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class CycleSizerTest {

    private final CurrencyGraph graph = new CurrencyGraph(List.of(
            new MarketRules("BTC/USD", "BTC", "USD", 1, 8, 5, 1, 1, 10_000, 50_000, 1000, false),
            new MarketRules("ETH/BTC", "ETH", "BTC", 5, 8, 10, 1, 1, 200_000, 200_000, 1000, false),
            new MarketRules("ETH/USD", "ETH", "USD", 2, 8, 5, 1, 1, 200_000, 50_000, 1000, false)));
    private final Cycles cycles = Cycles.of(graph, 3, List.of("USD"));
    private final OrderBook[] books = {new OrderBook(10), new OrderBook(10), new OrderBook(10)};
    private final CycleSizer sizer = new CycleSizer(graph, cycles, books, 0);

    @Test
    void itTradesAsMuchAsPaysAndNoLegMoreThanTheNextOneNeeds() {
        books[0].setAsk(500_000, 100_000_000); // 1 BTC at 50,000.0
        books[1].setAsk(4_000, 200_000_000); // 2 ETH at 0.04000
        books[1].setAsk(4_100, 900_000_000); // the next ones don't pay
        books[2].setBid(202_000, 150_000_000); // 1.5 ETH at 2,020.00
        books[2].setBid(201_500, 100_000_000); // and one more at 2,015.00
        assertEquals(Sizing.PROFITABLE, sizer.size(cycle("USD>BTC>ETH>USD"), usd("100000")));
        assertEquals(200_000_000, sizer.quantity(1), "2 ETH are all that is offered at a price that pays");
        assertEquals(200_000_000, sizer.quantity(2));
        assertEquals(8_008_000, sizer.quantity(0), "0.08 BTC and the fee of 0.1% in BTC");
        assertEquals(usd("4008.004"), sizer.spend(), "0.08008 BTC at 50,000 and 0.1%");
        assertEquals(usd("4033.4625") - usd("4008.004"), sizer.profit(), "1.5 at 2,020 and 0.5 at 2,015, less 0.1%");
        assertEquals(201_500, sizer.limit(2));
        assertEquals(63.52, sizer.edgeBps(), 0.01);
    }

    @Test
    void theCapIsNeverExceeded() {
        books[0].setAsk(500_000, 100_000_000);
        books[1].setAsk(4_000, 2_000_000_000);
        books[2].setBid(202_000, 2_000_000_000);
        assertEquals(Sizing.PROFITABLE, sizer.size(cycle("USD>BTC>ETH>USD"), usd("1000")));
        assertTrue(sizer.spend() <= usd("1000"), () -> "spends " + sizer.spend());
        assertTrue(sizer.spend() > usd("999.99"), () -> "spends " + sizer.spend());
    }

    @Test
    void whatTheVenueWouldRefuseIsTooSmall() {
        books[0].setAsk(500_000, 100_000_000);
        books[1].setAsk(4_000, 100_000);
        books[2].setBid(202_000, 150_000_000);
        assertEquals(Sizing.TOO_SMALL, sizer.size(cycle("USD>BTC>ETH>USD"), usd("1000")));
        assertEquals(Sizing.TOO_SMALL, sizer.size(cycle("USD>BTC>ETH>USD"), 0), "no money at all");
    }

    @Test
    void anEmptySideAndNoEdgeAreSaid() {
        books[0].setAsk(500_000, 100_000_000);
        books[1].setAsk(4_000, 100_000_000);
        assertEquals(Sizing.NO_BOOK, sizer.size(cycle("USD>BTC>ETH>USD"), usd("1000")));
        books[2].setBid(200_100, 100_000_000);
        assertEquals(Sizing.NO_EDGE, sizer.size(cycle("USD>BTC>ETH>USD"), usd("1000")), "5 bps are less than the fees");
        books[2].setBid(Long.MAX_VALUE / 4, Long.MAX_VALUE / 4);
        assertEquals(
                Sizing.TOO_SMALL, sizer.size(cycle("USD>BTC>ETH>USD"), Leg.NONE >>> 4), "an absurd book is no plan");
    }

    @Test
    void aBufferOutOfRangeIsRefused() {
        assertEquals(
                "buffer of -1 ppm, expected 0 to 1000000",
                assertThrows(IllegalArgumentException.class, () -> new CycleSizer(graph, cycles, books, -1))
                        .getMessage());
    }

    @Property(tries = 400)
    void itPlansWhatTryingEveryQuantityPlans(@ForAll long seed) {
        GeneratedMarket market = new GeneratedMarket(seed, 3 + Math.floorMod(seed, 2));
        int buffer = Math.floorMod(seed, 3) * 500;
        CycleSizer sizer = new CycleSizer(market.graph, market.cycles, market.books, buffer);
        for (int i = 0; i < 20; i++) {
            market.change();
        }
        for (int cycle = 0; cycle < market.cycles.count(); cycle++) {
            int scale = market.graph.scale(market.cycles.start(cycle));
            int most = market.random.nextInt(10) == 0 ? 20 : 9000;
            BigDecimal cap = BigDecimal.valueOf(market.random.nextInt(1, most), Math.min(2, scale));
            PlainSizer plain = new PlainSizer(market.legs(cycle), buffer);
            Optional<Plan> expected = plain.plan(cap);
            Sizing sizing = sizer.size(cycle, cap.movePointRight(scale).longValueExact());
            Statistics.collect(sizing);
            assertEquals(expected.isPresent(), sizing == Sizing.PROFITABLE, () -> sizing + ", expected " + expected);
            if (expected.isPresent()) {
                assertEquals(expected.get().lots(), lots(market, sizer, cycle));
                assertEquals(0, expected.get().spend().compareTo(BigDecimal.valueOf(sizer.spend(), scale)));
                assertEquals(0, expected.get().profit().compareTo(BigDecimal.valueOf(sizer.profit(), scale)));
            }
            if (expected.isPresent() && market.random.nextInt(4) == 0) {
                Plan best = plain.best(cap).orElseThrow();
                BigDecimal lost = best.profit().subtract(expected.get().profit());
                assertTrue(
                        lost.compareTo(bound(market.legs(cycle))) <= 0,
                        () -> "the best earns " + best + ", this one " + expected);
            }
        }
        Statistics.coverage(seen -> {
            seen.check(Sizing.PROFITABLE).percentage(share -> share > 10);
            seen.check(Sizing.EATEN_BY_LOTS).percentage(share -> share > 0.1);
            seen.check(Sizing.TOO_SMALL).percentage(share -> share > 0.1);
        });
    }

    /** A lot of each later leg at the first one's price, and a unit of each rounding. */
    private static BigDecimal bound(List<PlainLeg> legs) {
        double bound = 0;
        double passed = 1;
        for (int i = 0; i < legs.size(); i++) {
            PlainLeg leg = legs.get(i);
            double price = leg.levels.firstKey().doubleValue();
            double unit = Math.pow(10, -leg.rules.costPrecision());
            double step = Math.pow(10, -leg.rules.quantityPrecision());
            double inLot =
                    leg.buys ? leg.lots(1).doubleValue() * price : leg.lots(1).doubleValue();
            double inRounding = (leg.levels.size() + 2) * (leg.buys ? unit + step * price : step + unit / price);
            bound += ((i == 0 ? 0 : inLot) + inRounding) / passed;
            passed *= leg.buys ? 1 / price : price;
        }
        return BigDecimal.valueOf(bound * 1.1);
    }

    private static List<Long> lots(GeneratedMarket market, CycleSizer sizer, int cycle) {
        List<Long> lots = new ArrayList<>();
        for (int leg = 0; leg < sizer.legs(); leg++) {
            int id = CurrencyGraph.marketOf(market.cycles.edges(cycle)[leg]);
            assertEquals(0, sizer.quantity(leg) % market.graph.market(id).lot());
            lots.add(sizer.quantity(leg) / market.graph.market(id).lot());
        }
        return lots;
    }

    private int cycle(String name) {
        for (int cycle = 0; cycle < cycles.count(); cycle++) {
            if (cycles.name(cycle).equals(name)) {
                return cycle;
            }
        }
        throw new AssertionError(name);
    }

    private long usd(String amount) {
        return new BigDecimal(amount)
                .movePointRight(graph.scale(graph.assetId("USD")))
                .longValueExact();
    }
}
