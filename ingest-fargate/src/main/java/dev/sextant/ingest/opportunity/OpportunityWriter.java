package dev.sextant.ingest.opportunity;

import dev.sextant.ingest.lease.TickGate;
import dev.sextant.ingest.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the recorder has noted, in batches, and posts how the watch is. What the database does not take is tried
 * again; meanwhile the queue fills, and what it can't hold is dropped, counted and said. One thread.
 */
final class OpportunityWriter {

    private static final Logger LOG = LoggerFactory.getLogger(OpportunityWriter.class);
    private static final int BATCH = 200;

    private final String venue;
    private final ChangeQueue changes;
    private final OpportunityStore store;
    private final TickGate lease;
    private final Supplier<String> status;
    private List<Change> pending = List.of();
    private long term = TickGate.CLOSED;
    private long toldDropped;

    OpportunityWriter(
            String venue, ChangeQueue changes, OpportunityStore store, TickGate lease, Supplier<String> status) {
        this.venue = venue;
        this.changes = changes;
        this.store = store;
        this.lease = lease;
        this.status = status;
    }

    /**
     * One round: waits for something to write and writes it.
     *
     * @return whether the database took everything
     */
    boolean round(long waitMs) throws InterruptedException {
        tellDropped();
        if (pending.isEmpty()) {
            pending = changes.take(BATCH, waitMs);
        }
        try {
            beginTerm();
            write();
            return true;
        } catch (StoreException e) {
            LOG.warn("{} changes of opportunities wait: {}", pending.size(), e.getMessage());
            return false;
        }
    }

    /** Whether nothing is left to be written. */
    boolean isIdle() {
        return pending.isEmpty() && changes.isEmpty();
    }

    /** Under a new grant of the lease this ingest tells the opportunities; nobody sees the end of those told before. */
    private void beginTerm() throws StoreException {
        long now = lease.term();
        if (now != TickGate.CLOSED && now != term) {
            store.interrupt(venue);
        }
        term = now == TickGate.CLOSED ? term : now;
    }

    private void write() throws StoreException {
        List<OpportunityRecord> known = new ArrayList<>();
        for (Change change : pending) {
            if (change instanceof Change.Known(OpportunityRecord one)) {
                known.add(one);
            }
        }
        if (!known.isEmpty()) {
            store.save(known);
        }
        for (Change change : pending) {
            switch (change) {
                case Change.Taken(String id, String plan) -> store.taken(id, plan);
                case Change.Left(String id, String reason) -> store.left(id, reason);
                case Change.Known _ -> {}
            }
        }
        pending = List.of();
    }

    private void tellDropped() {
        long dropped = changes.dropped();
        if (dropped > toldDropped) {
            LOG.error(
                    "{} changes of opportunities were lost: the database takes them too slowly", dropped - toldDropped);
            toldDropped = dropped;
        }
    }

    /** Says how the watch is, if this ingest is the one that tells. */
    void post() {
        if (lease.term() == TickGate.CLOSED) {
            return;
        }
        try {
            store.post(status.get());
        } catch (StoreException e) {
            LOG.warn("the status of the watch for triangles could not be posted: {}", e.getMessage());
        }
    }
}
