package dev.sextant.local.venue.live;

import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.venues.binance.market.MarketEvent.DepthChange;
import dev.sextant.venues.binance.market.book.DepthSnapshot;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.event.MarketEvent;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the core's book in step with the exchange by its own procedure: changes wait while there is no snapshot, those
 * older than the snapshot are dropped, and a broken chain asks for a new one. Called within a {@link VenueCore#step}.
 */
final class BookFeed {

    /** About a minute; who gets no snapshot for so long starts over with newer changes. */
    private static final int MAX_KEPT = 1_000;

    private final Symbol symbol;
    private final VenueCore core;
    private final ArrayDeque<DepthDiff> kept = new ArrayDeque<>();
    private volatile boolean waiting = true;
    private final AtomicLong resyncs = new AtomicLong();
    private volatile boolean flowing;
    private long newestUpdateId;

    BookFeed(Symbol symbol, VenueCore core) {
        this.symbol = symbol;
        this.core = core;
    }

    /** True until a snapshot is there that the stream goes on from. */
    boolean waiting() {
        return waiting;
    }

    /** True when a snapshot would be of use: the stream flows and lacks one. */
    boolean wantsSnapshot() {
        return flowing && waiting;
    }

    /** How often the book had to be thrown away. */
    long resyncs() {
        return resyncs.get();
    }

    /** The connection is lost: the book may be anything by now. */
    void onLost() {
        if (!waiting) {
            resyncs.incrementAndGet();
        }
        flowing = false;
        waiting = true;
        kept.clear();
    }

    /** Changes flow from a new connection: whatever came between is unknown. */
    void onReconnect() {
        onLost();
        flowing = true;
        newestUpdateId = 0;
    }

    void onChange(DepthChange change) {
        if (change.lastUpdateId() <= newestUpdateId) {
            // While a connection is replaced both tell the same changes.
            return;
        }
        newestUpdateId = change.lastUpdateId();
        DepthDiff diff = new DepthDiff(
                change.firstUpdateId(),
                change.lastUpdateId(),
                change.previousLastUpdateId(),
                change.eventTimeMs(),
                change.eventTimeMs(),
                new WireLevels(change.bids()),
                new WireLevels(change.asks()));
        if (waiting) {
            keep(diff);
        } else {
            apply(diff);
        }
    }

    private void keep(DepthDiff diff) {
        if (kept.size() == MAX_KEPT) {
            kept.removeFirst();
        }
        kept.addLast(diff);
    }

    private void apply(DepthDiff diff) {
        core.onMarket(new MarketEvent.Depth(symbol, diff));
        if (!core.query(state -> state.liquidity(symbol).book().isSynced())) {
            waiting = true;
            resyncs.incrementAndGet();
            keep(diff);
        }
    }

    /** Takes a snapshot; when it doesn't fit the changes kept, {@link #waiting} stays and another is needed. */
    void onSnapshot(DepthSnapshot snapshot, long timeMs) {
        if (!waiting || (!kept.isEmpty() && kept.getFirst().firstUpdateId() > snapshot.lastUpdateId())) {
            return;
        }
        core.onMarket(new MarketEvent.Snapshot(
                symbol,
                snapshot.lastUpdateId(),
                new WireLevels(snapshot.bids()),
                new WireLevels(snapshot.asks()),
                timeMs,
                timeMs));
        waiting = false;
        List<DepthDiff> late = List.copyOf(kept);
        kept.clear();
        for (DepthDiff diff : late) {
            if (waiting) {
                keep(diff);
            } else {
                apply(diff);
            }
        }
    }
}
