package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.capture.BookSnapshot;
import dev.sextant.local.venue.synthetic.chance.Draws;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.Levels;
import java.util.SortedMap;
import java.util.TreeMap;

/** The book behind the best prices, drawn anew each second: ten levels a side, farther apart the farther they are. */
final class Ladder {

    private static final double[] DISTANCE_BPS = {0, 0.3, 0.7, 1.2, 1.8, 2.6, 3.6, 5, 7, 10};
    private static final double LOG_DEVIATION = 0.5;

    private final SymbolProfile profile;
    private final Quotes quotes;
    private final Draws draws;
    private SortedMap<Long, Long> bids = new TreeMap<>();
    private SortedMap<Long, Long> asks = new TreeMap<>();
    private long lastUpdateId;

    Ladder(SymbolProfile profile, Quotes quotes, Draws draws) {
        this.profile = profile;
        this.quotes = quotes;
        this.draws = draws;
    }

    /** What changes of the book at a second; it reaches back to the last one, so that a snapshot of that joins. */
    DepthDiff second(long timeMs) {
        SortedMap<Long, Long> newBids = side(false);
        SortedMap<Long, Long> newAsks = side(true);
        long previousId = lastUpdateId;
        lastUpdateId = quotes.nextUpdateId();
        DepthDiff diff = new DepthDiff(
                previousId, lastUpdateId, previousId, timeMs, timeMs, changed(bids, newBids), changed(asks, newAsks));
        bids = newBids;
        asks = newAsks;
        return diff;
    }

    /** The whole book as of the last second. */
    BookSnapshot snapshot(long timeMs) {
        return new BookSnapshot(lastUpdateId, timeMs, timeMs, levels(bids), levels(asks));
    }

    private SortedMap<Long, Long> side(boolean above) {
        SortedMap<Long, Long> side = new TreeMap<>();
        long best = quotes.best(above);
        double bpsBefore = 0;
        for (double bps : DISTANCE_BPS) {
            long ticks = Math.max(side.size(), Math.round(best * bps / 1e4));
            double qty = profile.depthQtyPerBps() * (bps - bpsBefore);
            long steps = side.isEmpty() ? quotes.bestSteps(above) : quotes.steps(draws.lognormal(qty, LOG_DEVIATION));
            side.put(quotes.priceE8(above ? best + ticks : best - ticks), quotes.qtyE8(steps));
            bpsBefore = bps;
        }
        return side;
    }

    private static Levels changed(SortedMap<Long, Long> from, SortedMap<Long, Long> to) {
        SortedMap<Long, Long> changes = new TreeMap<>(to);
        from.keySet().forEach(price -> changes.putIfAbsent(price, 0L));
        return levels(changes);
    }

    private static Levels levels(SortedMap<Long, Long> side) {
        long[] numbers = new long[2 * side.size()];
        int next = 0;
        for (var level : side.entrySet()) {
            numbers[next++] = level.getKey();
            numbers[next++] = level.getValue();
        }
        return Levels.of(numbers);
    }
}
