package dev.sextant.venues.binance.market.book;

import dev.sextant.venues.binance.market.MarketEvent.DepthChange;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Keeps a {@link LocalBook} in step by the venue's own procedure (protocol page of Binance futures, §2.5): buffer
 * changes, take a snapshot L, drop changes that end before L, begin with the one that spans L, then demand that each
 * names its predecessor. Whatever breaks the chain, or crosses the book, empties it and asks for a new snapshot. A pure
 * fold: the caller fetches snapshots. Not thread-safe.
 */
public final class DepthSync {

    /** What an input did. */
    public enum Step {
        /** The book is current. */
        APPLIED,
        /** The change ends before the snapshot; nothing changed. */
        DROPPED,
        /** Kept until a snapshot is there, or until a change spans the one that is. */
        BUFFERED,
        /** The snapshot is older than the oldest change kept: fetch another. */
        SNAPSHOT_TOO_OLD,
        /** A change was missed: the book is empty, fetch a snapshot. */
        GAP,
        /** The book crossed itself: it is empty, fetch a snapshot. */
        CROSSED
    }

    /** About a minute of changes; a caller that fetches no snapshot for so long starts over. */
    private static final int MAX_BUFFERED = 1_000;

    private final LocalBook book = new LocalBook();
    private final ArrayDeque<DepthChange> buffer = new ArrayDeque<>();
    private boolean hasSnapshot;
    private boolean synced;
    private long lastUpdateId;
    private long resyncs;

    /** Folds a change from the stream. */
    public Step onChange(DepthChange change) {
        if (!synced) {
            return hasSnapshot ? first(change) : keep(change);
        }
        if (change.previousLastUpdateId() != lastUpdateId) {
            restart();
            keep(change);
            return Step.GAP;
        }
        return apply(change);
    }

    /** Folds a snapshot; only asked for while {@link #needsSnapshot}. */
    public Step onSnapshot(DepthSnapshot snapshot) {
        while (!buffer.isEmpty() && buffer.getFirst().lastUpdateId() < snapshot.lastUpdateId()) {
            buffer.removeFirst();
        }
        if (!buffer.isEmpty() && buffer.getFirst().firstUpdateId() > snapshot.lastUpdateId()) {
            return Step.SNAPSHOT_TOO_OLD;
        }
        book.clear();
        book.apply(snapshot.bids(), snapshot.asks());
        lastUpdateId = snapshot.lastUpdateId();
        hasSnapshot = true;
        List<DepthChange> kept = List.copyOf(buffer);
        buffer.clear();
        Step step = Step.BUFFERED;
        for (DepthChange change : kept) {
            step = onChange(change);
        }
        return step;
    }

    /** The connection was lost: whatever came between is unknown. */
    public void onReconnect() {
        restart();
        buffer.clear();
    }

    /** True until a snapshot is there. */
    public boolean needsSnapshot() {
        return !hasSnapshot;
    }

    /** True while {@link #book} may be used. */
    public boolean synced() {
        return synced;
    }

    /** The levels; meaningless unless {@link #synced}. */
    public LocalBook book() {
        return book;
    }

    /** How often the book had to be thrown away. */
    public long resyncs() {
        return resyncs;
    }

    private Step first(DepthChange change) {
        if (change.lastUpdateId() < lastUpdateId) {
            return Step.DROPPED;
        }
        if (change.firstUpdateId() > lastUpdateId) {
            restart();
            keep(change);
            return Step.SNAPSHOT_TOO_OLD;
        }
        synced = true;
        return apply(change);
    }

    private Step apply(DepthChange change) {
        book.apply(change.bids(), change.asks());
        lastUpdateId = change.lastUpdateId();
        if (book.crossed()) {
            restart();
            return Step.CROSSED;
        }
        return Step.APPLIED;
    }

    private Step keep(DepthChange change) {
        if (buffer.size() == MAX_BUFFERED) {
            buffer.removeFirst();
        }
        buffer.addLast(change);
        return Step.BUFFERED;
    }

    private void restart() {
        book.clear();
        resyncs++;
        hasSnapshot = false;
        synced = false;
    }
}
