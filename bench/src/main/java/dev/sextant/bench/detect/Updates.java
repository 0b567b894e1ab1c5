package dev.sextant.bench.detect;

import dev.sextant.arbitrage.book.OrderBook;

/**
 * A stream of book messages, as arrays. Message {@code u} is of market {@code markets[u]} and sets the levels
 * {@code firsts[u]} to {@code firsts[u + 1]} − 1. The first messages are each market's snapshot.
 */
final class Updates {

    static final int DEPTH = 10;

    /** How many messages there are before the stream begins: one for each market. */
    final int snapshots;

    final int[] markets;
    final int[] firsts;

    /** Whether a level is one of those who buy. */
    final boolean[] bids;

    /** In units of 10^−price precision of the market. */
    final long[] prices;

    /** In units of 10^−quantity precision of the market, 0 to remove. */
    final long[] quantities;

    Updates(int snapshots, int[] markets, int[] firsts, boolean[] bids, long[] prices, long[] quantities) {
        this.snapshots = snapshots;
        this.markets = markets;
        this.firsts = firsts;
        this.bids = bids;
        this.prices = prices;
        this.quantities = quantities;
    }

    /** How many messages come after the snapshots. */
    int count() {
        return markets.length - snapshots;
    }

    /** Gives a message to the book of its market. */
    void apply(int u, OrderBook book) {
        for (int i = firsts[u]; i < firsts[u + 1]; i++) {
            if (bids[i]) {
                book.setBid(prices[i], quantities[i]);
            } else {
                book.setAsk(prices[i], quantities[i]);
            }
        }
        book.truncate();
    }
}
