package dev.sextant.local.venue.kraken;

import java.util.List;

/**
 * What changed in a pair's book: levels as {price, quantity} in whole units, quantity 0 for one that went.
 *
 * @param pair its place among the pairs
 */
record BookChange(int pair, List<long[]> bids, List<long[]> asks) {}
