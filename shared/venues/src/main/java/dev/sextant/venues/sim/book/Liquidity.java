package dev.sextant.venues.sim.book;

import dev.sextant.venues.sim.order.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a taker can still take. Two sources are laid over each other: the depth book, which arrives in steps, and the
 * best bid and ask, which arrive in real time. Where the latter is newer, levels better than it are gone and the best
 * level has its quantity; where there is no depth it is all there is. What our fills took stays taken until the market
 * shows another quantity for that level.
 */
public final class Liquidity {

    private final DepthBook book = new DepthBook();
    private final Map<Side, Map<Long, Long>> takenE8 = new EnumMap<>(Side.class);
    private @Nullable TopOfBook top;

    public Liquidity() {
        takenE8.put(Side.BUY, new HashMap<>());
        takenE8.put(Side.SELL, new HashMap<>());
    }

    /** The public book, untouched by our own fills. */
    public DepthBook book() {
        return book;
    }

    /** The latest best bid and ask, or null before the first. */
    public @Nullable TopOfBook top() {
        return top;
    }

    /** Starts over from a snapshot: everything is as the market shows it. */
    public void load(long updateId, long transactTimeMs, Levels bids, Levels asks) {
        book.load(updateId, transactTimeMs, bids, asks);
        takenE8.values().forEach(Map::clear);
    }

    /** Applies a depth event; each level it names is as the market shows it again. */
    public DepthBook.Applied apply(DepthDiff diff) {
        DepthBook.Applied applied = book.apply(diff);
        if (applied == DepthBook.Applied.APPLIED) {
            refresh(Side.BUY, diff.bids());
            refresh(Side.SELL, diff.asks());
        }
        return applied;
    }

    private void refresh(Side side, Levels levels) {
        Map<Long, Long> taken = taken(side);
        if (taken.isEmpty()) {
            return;
        }
        for (int i = 0; i < levels.size(); i++) {
            taken.remove(levels.priceE8(i));
        }
    }

    /** Applies a best bid and ask; a best level whose quantity changed is as the market shows it again. */
    public void apply(TopOfBook next) {
        if (displayedE8(Side.BUY, next.bidPriceE8()) != next.bidQtyE8()) {
            taken(Side.BUY).remove(next.bidPriceE8());
        }
        if (displayedE8(Side.SELL, next.askPriceE8()) != next.askQtyE8()) {
            taken(Side.SELL).remove(next.askPriceE8());
        }
        top = next;
    }

    /** What the market shows at a price of a side, units of 10⁻⁸, our own fills left aside; 0 for nothing. */
    public long displayedE8(Side side, long priceE8) {
        TopOfBook newer = newerTop();
        if (newer == null) {
            return inBookE8(side, priceE8);
        }
        long bestE8 = side == Side.BUY ? newer.bidPriceE8() : newer.askPriceE8();
        if (priceE8 == bestE8) {
            return side == Side.BUY ? newer.bidQtyE8() : newer.askQtyE8();
        }
        return side.isBetter(bestE8, priceE8) ? 0 : inBookE8(side, priceE8);
    }

    private long inBookE8(Side side, long priceE8) {
        return book.isSynced() ? book.levels(side).getOrDefault(priceE8, 0L) : 0;
    }

    /** The best price the market shows on a side, or 0 when the side is empty. */
    public long bestPriceE8(Side side) {
        TopOfBook newer = newerTop();
        if (newer != null) {
            return side == Side.BUY ? newer.bidPriceE8() : newer.askPriceE8();
        }
        return book.isSynced() && !book.levels(side).isEmpty()
                ? book.levels(side).firstKey()
                : 0;
    }

    /**
     * The levels a taker of this side would walk, best first, each with what is left of it and the last one cut to fit.
     *
     * @param acceptsPrice the taker's limit; prices are asked from best to worst and the first refusal ends the walk
     * @param wantedE8 quantity to find, units of 10⁻⁸; the levels sum to it, or to less when the market has no more
     */
    public List<Level> takeable(Side taker, LongPredicate acceptsPrice, long wantedE8) {
        Side resting = taker.opposite();
        long bestE8 = bestPriceE8(resting);
        List<Level> found = new ArrayList<>();
        long missingE8 = wantedE8;
        if (bestE8 == 0 || !acceptsPrice.test(bestE8)) {
            return found;
        }
        missingE8 -= collect(found, resting, bestE8, displayedE8(resting, bestE8), missingE8);
        if (!book.isSynced()) {
            return found;
        }
        for (Map.Entry<Long, Long> level :
                book.levels(resting).tailMap(bestE8, false).entrySet()) {
            if (missingE8 == 0 || !acceptsPrice.test(level.getKey())) {
                break;
            }
            missingE8 -= collect(found, resting, level.getKey(), level.getValue(), missingE8);
        }
        return found;
    }

    private long collect(List<Level> found, Side resting, long priceE8, long displayedE8, long missingE8) {
        long leftE8 = Math.min(missingE8, displayedE8 - taken(resting).getOrDefault(priceE8, 0L));
        if (leftE8 <= 0) {
            return 0;
        }
        found.add(new Level(priceE8, leftE8));
        return leftE8;
    }

    /** Records that a taker of this side took a quantity at a price. */
    public void take(Side taker, long priceE8, long qtyE8) {
        taken(taker.opposite()).merge(priceE8, qtyE8, Long::sum);
    }

    private @Nullable TopOfBook newerTop() {
        TopOfBook latest = top;
        return latest != null && (!book.isSynced() || latest.updateId() > book.lastUpdateId()) ? latest : null;
    }

    private Map<Long, Long> taken(Side resting) {
        return Objects.requireNonNull(takenE8.get(resting));
    }
}
