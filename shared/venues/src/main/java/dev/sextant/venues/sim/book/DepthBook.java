package dev.sextant.venues.sim.book;

import dev.sextant.venues.sim.order.Side;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A public order book kept by Binance's procedure for USD-M futures: a snapshot, then events chained by {@code pu}. A
 * break in the chain makes it unsynced until the next snapshot.
 */
public final class DepthBook {

    /** What became of an event. */
    public enum Applied {
        APPLIED,
        /** Older than the snapshot; ignored. */
        STALE,
        /** There is no snapshot to apply it to. */
        NO_SNAPSHOT,
        /** It doesn't follow what came before; the book is unsynced from here. */
        GAP
    }

    private enum State {
        EMPTY,
        SNAPSHOT,
        CHAINED
    }

    private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private State state = State.EMPTY;
    private long lastUpdateId;
    private long transactTimeMs;

    /** Starts the book over from a full snapshot. */
    public void load(long snapshotUpdateId, long snapshotTransactTimeMs, Levels snapshotBids, Levels snapshotAsks) {
        bids.clear();
        asks.clear();
        set(bids, snapshotBids);
        set(asks, snapshotAsks);
        lastUpdateId = snapshotUpdateId;
        transactTimeMs = snapshotTransactTimeMs;
        state = State.SNAPSHOT;
    }

    /** Applies one event if it follows what the book has. */
    public Applied apply(DepthDiff diff) {
        Applied applied = judge(diff);
        switch (applied) {
            case APPLIED -> {
                set(bids, diff.bids());
                set(asks, diff.asks());
                lastUpdateId = diff.lastUpdateId();
                transactTimeMs = diff.transactTimeMs();
                state = State.CHAINED;
            }
            case GAP -> state = State.EMPTY;
            case STALE, NO_SNAPSHOT -> {}
        }
        return applied;
    }

    private Applied judge(DepthDiff diff) {
        return switch (state) {
            case EMPTY -> Applied.NO_SNAPSHOT;
            case CHAINED -> diff.previousUpdateId() == lastUpdateId ? Applied.APPLIED : Applied.GAP;
            case SNAPSHOT -> {
                if (diff.lastUpdateId() < lastUpdateId) {
                    yield Applied.STALE;
                }
                yield diff.firstUpdateId() <= lastUpdateId ? Applied.APPLIED : Applied.GAP;
            }
        };
    }

    private static void set(Map<Long, Long> side, Levels levels) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.qtyE8(i) == 0) {
                side.remove(levels.priceE8(i));
            } else {
                side.put(levels.priceE8(i), levels.qtyE8(i));
            }
        }
    }

    /** Whether the book is whole: a snapshot and an unbroken chain since. */
    public boolean isSynced() {
        return state != State.EMPTY;
    }

    /** The id of the last update contained. */
    public long lastUpdateId() {
        return lastUpdateId;
    }

    /** Transaction time of the last update contained, epoch ms. */
    public long transactTimeMs() {
        return transactTimeMs;
    }

    /** The resting orders of a side, price → quantity in units of 10⁻⁸, best first. A live view for reading only. */
    public NavigableMap<Long, Long> levels(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
