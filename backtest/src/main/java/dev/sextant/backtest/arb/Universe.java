package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookLevel;
import dev.sextant.recordings.book.BookRow;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.feed.PairRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs of recorded books and their rules, found in a first pass over the files: as the venue tells them where it
 * does, else with the prices' digits, lots of 10⁻⁸ (or of the quantities' digits, where a checksum is made of them or
 * there are more) and no minimums.
 */
final class Universe {

    /** What every amount is precise to where no venue says otherwise. */
    private static final int USUAL_PRECISION = 8;

    /** As many digits as any price of money has; a double has no more. */
    private static final int SIGNIFICANT = 17;

    private final CurrencyGraph graph;
    private final int[] depths;
    private final boolean[] open;

    private Universe(CurrencyGraph graph, int[] depths, boolean[] open) {
        this.graph = graph;
        this.depths = depths;
        this.open = open;
    }

    CurrencyGraph graph() {
        return graph;
    }

    int[] depths() {
        return depths.clone();
    }

    /** Whether the venue lets a market be traded. */
    boolean isOpen(int market) {
        return open[market];
    }

    static Universe of(List<BookFile> files, int feePpm) throws RecordingException {
        Finder finder = new Finder();
        for (BookFile file : files) {
            file.read((line, row) -> finder.take(row));
        }
        return finder.universe(feePpm);
    }

    /** What is known of a pair so far. */
    private static final class Seen {
        private int priceDigits;
        private int quantityDigits;
        private int wholeDigits = 1;
        private int depth = OrderBook.UNBOUNDED;
        private boolean checked;

        void take(BookEvent event) {
            event.depth().ifPresent(told -> depth = told);
            checked |= event.checksum().isPresent();
            event.bids().forEach(this::take);
            event.asks().forEach(this::take);
        }

        private void take(BookLevel level) {
            BigDecimal price = level.price();
            priceDigits = Math.max(priceDigits, price.scale());
            wholeDigits = Math.max(wholeDigits, price.precision() - price.scale());
            quantityDigits = Math.max(quantityDigits, level.quantity().scale());
        }

        MarketRules rules(String pair, int feePpm) {
            int slash = pair.indexOf('/');
            int price = Math.clamp(priceDigits, 0, Math.clamp(SIGNIFICANT - wholeDigits, 0, 18));
            int quantity = Math.clamp(quantityDigits, checked ? 0 : USUAL_PRECISION, 12);
            int cost = Math.max(Math.min(USUAL_PRECISION, price + quantity), price + quantity - 18);
            return new MarketRules(
                    pair,
                    pair.substring(0, slash),
                    pair.substring(slash + 1),
                    price,
                    quantity,
                    cost,
                    1,
                    1,
                    0,
                    0,
                    feePpm,
                    false);
        }
    }

    private static final class Finder {
        private final Map<String, Seen> seen = new LinkedHashMap<>();
        private final Map<String, PairRules> told = new LinkedHashMap<>();

        boolean take(BookRow row) {
            switch (row) {
                case BookRow.Changed(BookEvent event) ->
                    seen.computeIfAbsent(event.pair(), pair -> new Seen()).take(event);
                case BookRow.Listed(List<PairRules> pairs) ->
                    pairs.forEach(pair -> told.put(pair.symbol().name(), pair));
                case BookRow.Aside _, BookRow.Malformed _ -> {}
            }
            return true;
        }

        Universe universe(int feePpm) {
            List<MarketRules> markets = new ArrayList<>();
            seen.forEach((pair, digits) -> {
                PairRules rules = told.get(pair);
                markets.add(rules == null ? digits.rules(pair, feePpm) : VenueRules.of(rules, feePpm));
            });
            int[] depths = seen.values().stream().mapToInt(pair -> pair.depth).toArray();
            boolean[] open = new boolean[markets.size()];
            for (int market = 0; market < open.length; market++) {
                PairRules rules = told.get(markets.get(market).symbol());
                open[market] = rules == null || rules.status() == MarketStatus.ONLINE;
            }
            return new Universe(new CurrencyGraph(markets), depths, open);
        }
    }
}
