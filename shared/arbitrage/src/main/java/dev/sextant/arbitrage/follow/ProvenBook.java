package dev.sextant.arbitrage.follow;

import dev.sextant.arbitrage.book.BookSide;
import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.graph.MarketRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a leg would have traded with: one side of its pair's book, best level first.
 *
 * @param pair as {@code BTC/USD}
 * @param asks whether these are offers; else they are bids
 * @param used how many of the levels the leg's quantity reaches, 1 or more
 * @param levels those and a few more, at most a hundred
 */
public record ProvenBook(String pair, boolean asks, int used, List<Level> levels) {

    /** How many levels beyond the deepest one used are kept. */
    static final int BEYOND = 3;

    /** No more levels than this are kept, however deep the leg reaches. */
    static final int MOST = 100;

    /** What rests at a price, of the base asset. */
    public record Level(BigDecimal price, BigDecimal quantity) {}

    public ProvenBook {
        levels = List.copyOf(levels);
    }

    static ProvenBook of(MarketRules rules, OrderBook book, boolean asks, long quantity) {
        BookSide side = asks ? book.asks() : book.bids();
        List<Level> levels = new ArrayList<>();
        int used = 0;
        long rest = quantity;
        while (used < side.size() && rest > 0) {
            rest -= side.quantity(used);
            used++;
        }
        for (int rank = 0; rank < Math.min(side.size(), Math.min(used + BEYOND, MOST)); rank++) {
            levels.add(new Level(
                    BigDecimal.valueOf(side.price(rank), rules.pricePrecision()),
                    BigDecimal.valueOf(side.quantity(rank), rules.quantityPrecision())));
        }
        return new ProvenBook(rules.symbol(), asks, used, levels);
    }
}
