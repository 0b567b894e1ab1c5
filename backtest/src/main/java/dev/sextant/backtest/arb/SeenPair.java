package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookLevel;
import java.math.BigDecimal;

/**
 * What is known of a pair whose rules no venue tells: the prices' digits, lots of 10⁻⁸ (or of the quantities' digits,
 * where a checksum is made of them or there are more) and no minimums.
 */
final class SeenPair {

    /** What every amount is precise to where no venue says otherwise. */
    private static final int USUAL_PRECISION = 8;

    /** As many digits as any price of money has; a double has no more. */
    private static final int SIGNIFICANT = 17;

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

    /** How many levels of each side its book has. */
    int depth() {
        return depth;
    }
}
