package dev.sextant.local.venue.play;

import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.Levels;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Joins the raw depth events of each tenth of a second of event time into one, sent at its end: first {@code U} and
 * {@code pu}, last {@code u}, and of each level its last quantity. The chain of {@code pu} stays unbroken.
 */
final class DepthCoalescer implements Source {

    private static final long WINDOW_MS = 100;

    private final Consumer<DepthDiff> action;
    private final TreeMap<Long, Long> bids = new TreeMap<>();
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private @Nullable DepthDiff first;
    private @Nullable DepthDiff last;

    DepthCoalescer(Consumer<DepthDiff> action) {
        this.action = action;
    }

    void add(DepthDiff diff) {
        first = first == null ? diff : first;
        last = diff;
        put(bids, diff.bids());
        put(asks, diff.asks());
    }

    private static void put(Map<Long, Long> side, Levels levels) {
        for (int i = 0; i < levels.size(); i++) {
            side.put(levels.priceE8(i), levels.qtyE8(i));
        }
    }

    @Override
    public long nextMs() {
        return first == null ? NEVER : sentAtMs(first.eventTimeMs());
    }

    /** When what happened at a time is sent: the end of its tenth of a second. */
    static long sentAtMs(long eventTimeMs) {
        return Math.ceilDiv(eventTimeMs, WINDOW_MS) * WINDOW_MS;
    }

    @Override
    public void fire() {
        DepthDiff from = first;
        DepthDiff to = last;
        if (from == null || to == null) {
            throw new IllegalStateException("no depth event is waiting");
        }
        DepthDiff joined = new DepthDiff(
                from.firstUpdateId(),
                to.lastUpdateId(),
                from.previousUpdateId(),
                nextMs(),
                to.transactTimeMs(),
                levels(bids),
                levels(asks));
        first = null;
        last = null;
        bids.clear();
        asks.clear();
        action.accept(joined);
    }

    private static Levels levels(Map<Long, Long> side) {
        long[] numbers = new long[2 * side.size()];
        int i = 0;
        for (Map.Entry<Long, Long> level : side.entrySet()) {
            numbers[i++] = level.getKey();
            numbers[i++] = level.getValue();
        }
        return Levels.of(numbers);
    }
}
