package dev.sextant.backtest.arb;

import java.util.List;

/**
 * A recorded message about a book, once it was applied. Levels are {price, quantity} in whole units of the pair's last
 * digits, in the order of the message; quantity 0 removes one.
 *
 * @param timeMs when it came, epoch milliseconds; never before that of the one ahead of it
 * @param market its pair's number in the graph
 * @param snapshot whether it replaces the book
 */
public record PlayedBook(long timeMs, int market, boolean snapshot, List<long[]> bids, List<long[]> asks) {}
