package dev.sextant.bench.detect;

import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.bench.Contender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What many would write: maps by name, sorted maps of doubles for books, and on each update every cycle through its
 * market walked through depth with three sizes. Only the cycles the update touches, so no slower than need be.
 */
final class PlainJava implements Contender {

    private static final double[] DOLLARS = {100, 500, 2_000};

    private final MadeUpVenue venue;
    private final Updates updates;
    private final String[] symbols;
    private final double[] priceUnits;
    private final Map<String, Book> books = new HashMap<>();
    private final Map<String, List<Cycle>> touched = new HashMap<>();
    private long found;

    private static final class Book {
        final NavigableMap<Double, Double> bids = new TreeMap<>(Comparator.reverseOrder());
        final NavigableMap<Double, Double> asks = new TreeMap<>();
    }

    private record Step(String symbol, boolean buys, double lot, double minimum, double fee) {}

    private record Cycle(double startValue, List<Step> steps) {}

    PlainJava(MadeUpVenue venue, Updates updates) {
        this.venue = venue;
        this.updates = updates;
        symbols = new String[venue.graph.marketCount()];
        priceUnits = new double[symbols.length];
        for (int market = 0; market < symbols.length; market++) {
            symbols[market] = venue.graph.market(market).symbol();
            priceUnits[market] = Math.pow(10, venue.graph.market(market).pricePrecision());
            touched.put(symbols[market], new ArrayList<>());
        }
        for (int cycle = 0; cycle < venue.cycles.count(); cycle++) {
            List<Step> steps = new ArrayList<>();
            for (int edge : venue.cycles.edges(cycle)) {
                steps.add(step(edge));
            }
            Cycle made = new Cycle(venue.values[venue.cycles.start(cycle)], steps);
            steps.forEach(step -> listed(step.symbol()).add(made));
        }
    }

    private List<Cycle> listed(String symbol) {
        return touched.computeIfAbsent(symbol, name -> new ArrayList<>());
    }

    private Step step(int edge) {
        MarketRules rules = venue.graph.market(CurrencyGraph.marketOf(edge));
        return new Step(
                rules.symbol(),
                CurrencyGraph.isBuy(edge),
                rules.lot() / 1e8,
                rules.minQuantity() / 1e8,
                1 - rules.feePpm() / 1e6);
    }

    @Override
    public String name() {
        return "plain incremental Java";
    }

    @Override
    public void begin() {
        for (String symbol : symbols) {
            books.put(symbol, new Book());
        }
        for (int u = 0; u < updates.snapshots; u++) {
            set(u);
        }
        found = 0;
    }

    @Override
    public void take(int from, int to) {
        int first = updates.snapshots;
        for (int u = first + from; u < first + to; u++) {
            set(u);
            for (Cycle cycle : listed(symbols[updates.markets[u]])) {
                if (best(cycle) > 0) {
                    found++;
                }
            }
        }
    }

    private void set(int u) {
        int market = updates.markets[u];
        Book book = book(symbols[market]);
        for (int i = updates.firsts[u]; i < updates.firsts[u + 1]; i++) {
            NavigableMap<Double, Double> side = updates.bids[i] ? book.bids : book.asks;
            double price = updates.prices[i] / priceUnits[market];
            if (updates.quantities[i] == 0) {
                side.remove(price);
            } else {
                side.put(price, updates.quantities[i] / 1e8);
            }
        }
        truncate(book.bids);
        truncate(book.asks);
    }

    private Book book(String symbol) {
        return books.computeIfAbsent(symbol, name -> new Book());
    }

    private static void truncate(NavigableMap<Double, Double> side) {
        while (side.size() > Updates.DEPTH) {
            side.pollLastEntry();
        }
    }

    private double best(Cycle cycle) {
        double best = 0;
        for (double dollars : DOLLARS) {
            double start = dollars / cycle.startValue();
            double amount = start;
            for (Step step : cycle.steps()) {
                amount = step.buys() ? buy(step, amount) : sell(step, amount);
            }
            best = Math.max(best, amount - start);
        }
        return best;
    }

    private double buy(Step step, double amount) {
        double rest = amount;
        double bought = 0;
        for (Map.Entry<Double, Double> level : book(step.symbol()).asks.entrySet()) {
            double part = Math.min(level.getValue(), rest / level.getKey());
            bought += part;
            rest -= part * level.getKey();
            if (rest <= 0) {
                break;
            }
        }
        double lots = Math.floor(bought / step.lot()) * step.lot();
        return lots < step.minimum() ? 0 : lots * step.fee();
    }

    private double sell(Step step, double amount) {
        double rest = Math.floor(amount / step.lot()) * step.lot();
        if (rest < step.minimum()) {
            return 0;
        }
        double received = 0;
        for (Map.Entry<Double, Double> level : book(step.symbol()).bids.entrySet()) {
            double part = Math.min(level.getValue(), rest);
            received += part * level.getKey();
            rest -= part;
            if (rest <= 0) {
                break;
            }
        }
        return received * step.fee();
    }

    @Override
    public long found() {
        return found;
    }
}
