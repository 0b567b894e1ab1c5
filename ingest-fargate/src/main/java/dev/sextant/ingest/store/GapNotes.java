package dev.sextant.ingest.store;

import dev.sextant.domain.market.Gap;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gaps on their way to the ledger. The reader of market data adds, another thread saves: a database that doesn't answer
 * never holds up trades.
 */
public final class GapNotes {

    private static final Logger LOG = LoggerFactory.getLogger(GapNotes.class);
    private static final int MAX_KEPT = 10_000;

    private final GapLedger ledger;
    private final Deque<Gap> unsaved = new ArrayDeque<>();

    public GapNotes(GapLedger ledger) {
        this.ledger = ledger;
    }

    /** Takes a note, to be saved soon. */
    public void add(Gap gap) {
        LOG.warn(
                "{} {} trades {}..{} at {}",
                gap.symbol(),
                gap.filled() ? "filled" : "misses",
                gap.fromAggId(),
                gap.toAggId(),
                gap.seenAtMs());
        synchronized (unsaved) {
            if (unsaved.size() == MAX_KEPT) {
                LOG.error(
                        "too many gaps wait for the ledger, the oldest is only in this log: {}", unsaved.removeFirst());
            }
            unsaved.addLast(gap);
        }
    }

    /** Saves what waits, in order, up to the first failure. */
    public void save() {
        try {
            for (Gap gap = first(); gap != null; gap = first()) {
                ledger.record(gap);
                synchronized (unsaved) {
                    unsaved.remove(gap);
                }
            }
        } catch (StoreException e) {
            LOG.warn("gaps wait for the ledger: {}", e.getMessage());
        }
    }

    private @Nullable Gap first() {
        synchronized (unsaved) {
            return unsaved.peekFirst();
        }
    }
}
