package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.detect.Ending;
import java.util.List;
import java.util.Map;

/**
 * What a replay went through.
 *
 * @param markets pairs with a book
 * @param cycles cycles that were watched
 * @param starts assets they could begin with
 * @param spanMs from the first event to the last
 * @param counts what was met on the way
 * @param missed how often best prices paid and it was no opportunity all the same, by reason
 */
record ReplaySummary(
        int markets, int cycles, List<String> starts, long spanMs, BookCounts counts, Map<Ending, Long> missed) {}
