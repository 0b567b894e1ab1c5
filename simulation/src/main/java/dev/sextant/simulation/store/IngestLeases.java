package dev.sextant.simulation.store;

import dev.sextant.ingest.store.LeaseAnswer;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code market.ingests} and {@code market.ingest_lease} with their functions. {@code dbMs} is the database's own time. */
public final class IngestLeases {

    private static final class Run {
        private final String owner;
        private long seenAtMs;
        private boolean left;

        Run(String owner, long seenAtMs) {
            this.owner = owner;
            this.seenAtMs = seenAtMs;
        }
    }

    private final Set<Defect> defects;
    private final TreeMap<Long, Run> runs = new TreeMap<>();
    private @Nullable String holder;
    private long holderEpoch;
    private long grant;
    private long expiresAtMs;

    IngestLeases(Set<Defect> defects) {
        this.defects = defects;
    }

    /** {@code market.next_ingest_epoch}. */
    public long nextEpoch(String owner, long dbMs) {
        long given = Math.max(runs.isEmpty() ? 1 : runs.lastKey() + 1, dbMs / 1_000);
        runs.put(given, new Run(owner, dbMs));
        return given;
    }

    /** {@code market.hold_ingest_lease}. */
    public LeaseAnswer hold(String owner, long epoch, long forMs, long dbMs) {
        Run run = runs.get(epoch);
        if (run == null || run.left || !run.owner.equals(owner)) {
            throw new IllegalArgumentException("epoch " + epoch + " of " + owner + " was not given, or has left");
        }
        run.seenAtMs = dbMs;
        boolean mine = owner.equals(holder) && holderEpoch == epoch;
        boolean free = holder == null || expiresAtMs <= dbMs || (owner.equals(holder) && holderEpoch < epoch);
        if (!mine && (free || defects.contains(Defect.LEASE_FOR_ALL))) {
            grant++;
            mine = true;
        }
        if (mine) {
            holder = owner;
            holderEpoch = epoch;
            expiresAtMs = dbMs + forMs;
        }
        return new LeaseAnswer(
                mine,
                grant,
                holder == null ? "" : holder,
                holderEpoch,
                Math.max(0, expiresAtMs - dbMs),
                superseded(epoch, forMs, dbMs));
    }

    private boolean superseded(long epoch, long forMs, long dbMs) {
        var younger = runs.tailMap(epoch, false).values();
        return !younger.isEmpty()
                && younger.stream().noneMatch(run -> !run.left && run.seenAtMs > dbMs - forMs * 3 / 2);
    }

    /** {@code market.leave_ingest}. */
    public boolean leave(String owner, long epoch) {
        Run run = runs.get(epoch);
        if (run != null && run.owner.equals(owner)) {
            run.left = true;
        }
        boolean held = owner.equals(holder) && holderEpoch == epoch;
        if (held) {
            holder = null;
        }
        return held;
    }

    /** The epoch that holds the lease now, or 0. */
    public long heldBy(long dbMs) {
        return holder != null && expiresAtMs > dbMs ? holderEpoch : 0;
    }
}
