package dev.sextant.ingest.rig;

import dev.sextant.ingest.store.LeaseAnswer;
import dev.sextant.ingest.store.Leases;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.venues.http.MonotonicClock;
import java.util.Map;
import java.util.TreeMap;

/** The lease in memory, by the rules of the database's functions. Thread-safe. */
public final class MemoryLeases implements Leases {

    private static final long FREE = Long.MIN_VALUE;

    private final MonotonicClock clock;
    private final Map<Long, Long> seenAtMs = new TreeMap<>();
    private long lastEpoch;
    private String holder = "";
    private long holderEpoch;
    private long grant;
    private long expiresAtMs = FREE;
    private volatile boolean down;

    public MemoryLeases(MonotonicClock clock, long lastEpoch) {
        this.clock = clock;
        this.lastEpoch = lastEpoch;
    }

    /** From now on nothing is answered, or again. */
    public void down(boolean isDown) {
        down = isDown;
    }

    /** The newest epoch that anybody was given. */
    public synchronized long lastEpoch() {
        return lastEpoch;
    }

    @Override
    public synchronized long nextEpoch(String owner) throws StoreException {
        check();
        seenAtMs.put(++lastEpoch, clock.nowMs());
        return lastEpoch;
    }

    @Override
    public synchronized LeaseAnswer hold(String owner, long epoch, long forMs) throws StoreException {
        check();
        long nowMs = clock.nowMs();
        seenAtMs.put(epoch, nowMs);
        boolean mine = holder.equals(owner) && holderEpoch == epoch;
        boolean free = expiresAtMs <= nowMs || (holder.equals(owner) && holderEpoch < epoch);
        if (!mine && free) {
            grant++;
            mine = true;
        }
        if (mine) {
            holder = owner;
            holderEpoch = epoch;
            expiresAtMs = nowMs + forMs;
        }
        boolean younger = lastEpoch > epoch;
        boolean youngerAlive = seenAtMs.entrySet().stream()
                .anyMatch(run -> run.getKey() > epoch && run.getValue() > nowMs - forMs * 3 / 2);
        return new LeaseAnswer(mine, grant, holder, holderEpoch, expiresAtMs - nowMs, younger && !youngerAlive);
    }

    @Override
    public synchronized void leave(String owner, long epoch) throws StoreException {
        check();
        seenAtMs.remove(epoch);
        if (holder.equals(owner) && holderEpoch == epoch) {
            holder = "";
            holderEpoch = 0;
            expiresAtMs = FREE;
        }
    }

    private void check() throws StoreException {
        if (down) {
            throw new StoreException("the database is down, as scripted", new IllegalStateException());
        }
    }
}
