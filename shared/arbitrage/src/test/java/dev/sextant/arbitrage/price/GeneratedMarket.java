package dev.sextant.arbitrage.price;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.book.PlainBook;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;

/** A few assets, most pairs of them a market, books of few lots near one value of each asset: edges come and go. */
public final class GeneratedMarket {

    public final Random random;
    public final CurrencyGraph graph;
    public final Cycles cycles;
    public final OrderBook[] books;
    final List<PlainBook> plain = new ArrayList<>();
    private final double[] values;

    public GeneratedMarket(long seed, int assets) {
        random = new Random(seed);
        values = new double[assets];
        for (int i = 0; i < assets; i++) {
            values[i] = Math.exp(random.nextDouble() * 1.5);
        }
        List<MarketRules> rules = new ArrayList<>();
        for (int base = 0; base < assets; base++) {
            for (int quote = base + 1; quote < assets; quote++) {
                if (assets <= 3 || quote == base + 1 || random.nextInt(4) > 0) {
                    rules.add(random.nextBoolean() ? rules(base, quote) : rules(quote, base));
                }
            }
        }
        graph = new CurrencyGraph(rules);
        cycles = Cycles.of(graph, 4, List.of("A", "B"));
        books = new OrderBook[rules.size()];
        for (int market = 0; market < books.length; market++) {
            books[market] = new OrderBook(10);
            plain.add(new PlainBook(
                    10, rules.get(market).pricePrecision(), rules.get(market).quantityPrecision()));
        }
    }

    private MarketRules rules(int base, int quote) {
        double price = values[base] / values[quote];
        int pricePrecision = Math.max(0, (int) Math.ceil(4 - Math.log10(price)));
        int quantityPrecision = random.nextInt(1, 3);
        return new MarketRules(
                name(base) + "/" + name(quote),
                name(base),
                name(quote),
                pricePrecision,
                quantityPrecision,
                random.nextInt(2, 5),
                random.nextInt(1, 4),
                random.nextInt(1, 4),
                random.nextInt(4),
                random.nextInt(5),
                random.nextInt(3) * 1300,
                random.nextInt(4) == 0);
    }

    private static String name(int asset) {
        return String.valueOf((char) ('A' + asset));
    }

    /** One book gets other levels, now and then none on a side; or a side of it does in part, or nothing changes. */
    public int change() {
        int market = random.nextInt(books.length);
        MarketRules rules = graph.market(market);
        double fair = values[graph.from(CurrencyGraph.sell(market))]
                / values[graph.to(CurrencyGraph.sell(market))]
                * Math.pow(10, rules.pricePrecision());
        long middle = Math.round(fair * (1 + random.nextGaussian() * 0.012));
        switch (random.nextInt(8)) {
            case 0 -> {}
            case 1, 2 -> setAsks(market, middle, random.nextInt(1, 3));
            case 3, 4 -> setBids(market, middle, random.nextInt(1, 3));
            default -> {
                books[market].clear();
                plain.get(market).bids.clear();
                plain.get(market).asks.clear();
                setAsks(market, middle, levels());
                setBids(market, middle, levels());
            }
        }
        books[market].truncate();
        plain.get(market).truncate();
        return market;
    }

    private void setAsks(int market, long middle, int count) {
        PlainBook same = plain.get(market);
        for (int i = count; i > 0; i--) {
            long price = anyOf(same.asks, middle + random.nextInt(1, 30));
            long quantity = quantity(same.asks.size());
            books[market].setAsk(price, quantity);
            same.set(same.asks, price, quantity);
        }
    }

    private void setBids(int market, long middle, int count) {
        PlainBook same = plain.get(market);
        for (int i = count; i > 0; i--) {
            long price = anyOf(same.bids, Math.max(1, middle - random.nextInt(30)));
            long quantity = quantity(same.bids.size());
            books[market].setBid(price, quantity);
            same.set(same.bids, price, quantity);
        }
    }

    /** The best price of a side that has one, as often as not; else the one drawn. */
    private long anyOf(NavigableMap<BigDecimal, BigDecimal> side, long drawn) {
        return side.isEmpty() || random.nextBoolean()
                ? drawn
                : side.firstKey().unscaledValue().longValueExact();
    }

    /** Now and then a level goes, where there are others. */
    private long quantity(int levels) {
        return levels > 1 && random.nextInt(6) == 0 ? 0 : random.nextInt(1, 900);
    }

    /** What a cycle earns in its start asset, by the obvious way; empty when it is no opportunity. */
    public Optional<BigDecimal> plainProfit(int cycle, int bufferPpm, BigDecimal cap) {
        return new PlainSizer(legs(cycle), bufferPpm).plan(cap).map(PlainSizer.Plan::profit);
    }

    private int levels() {
        return random.nextInt(15) == 0 ? 0 : random.nextInt(1, 7);
    }

    List<PlainLeg> legs(int cycle) {
        List<PlainLeg> legs = new ArrayList<>();
        for (int edge : cycles.edges(cycle)) {
            int market = CurrencyGraph.marketOf(edge);
            boolean buys = CurrencyGraph.isBuy(edge);
            legs.add(new PlainLeg(graph.market(market), buys, buys ? plain.get(market).asks : plain.get(market).bids));
        }
        return legs;
    }
}
