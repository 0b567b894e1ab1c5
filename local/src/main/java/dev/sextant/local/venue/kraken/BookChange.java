package dev.sextant.local.venue.kraken;

import java.util.List;

/**
 * A pair's book is another one: the levels that were told anew, whether or not they differ from before, as {price,
 * quantity} in whole units with quantity 0 for one that went.
 *
 * @param pair its place among the pairs
 */
public record BookChange(int pair, List<long[]> bids, List<long[]> asks) {}
