package dev.sextant.simulation.feed;

import dev.sextant.ingest.store.LeaseAnswer;
import dev.sextant.ingest.store.Leases;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.simulation.kernel.Fate;
import dev.sextant.simulation.kernel.Kernel;
import java.util.function.Supplier;

/** The database as an ingest reaches it. An answer is there at once or never; what was asked may take effect all the same. */
final class LeasePort implements Leases {

    private static final long PATIENCE_MS = 1_000;

    private final Site site;
    private final Kernel kernel;
    private long cutOffUntilMs;

    LeasePort(Site site) {
        this.site = site;
        this.kernel = site.kernel();
    }

    /** The database is out of this ingest's reach. */
    void cutOff(long forMs) {
        cutOffUntilMs = kernel.nowMs() + forMs;
    }

    void reconnect() {
        cutOffUntilMs = 0;
    }

    @Override
    public long nextEpoch(String owner) throws StoreException {
        return ask(() -> site.store().leases().nextEpoch(owner, kernel.nowMs()));
    }

    @Override
    public LeaseAnswer hold(String owner, long epoch, long forMs) throws StoreException {
        return ask(() -> site.store().leases().hold(owner, epoch, forMs, kernel.nowMs()));
    }

    @Override
    public void leave(String owner, long epoch) throws StoreException {
        ask(() -> site.store().leases().leave(owner, epoch));
    }

    <T> T ask(Supplier<T> effect) throws StoreException {
        Fate fate = kernel.nowMs() < cutOffUntilMs
                ? new Fate(false, 0, false, 0)
                : site.faults().store();
        if (fate.reached() && fate.answered() && fate.outMs() + fate.backMs() < PATIENCE_MS) {
            return effect.get();
        }
        if (fate.reached()) {
            kernel.after(fate.outMs(), () -> tooLate(effect));
        }
        throw new StoreException("the database did not answer", new IllegalStateException("as drawn"));
    }

    private void tooLate(Supplier<?> effect) {
        try {
            kernel.note("the database does for an ingest what it no longer waits for: " + effect.get());
        } catch (IllegalArgumentException refused) {
            kernel.note("the database refuses an ingest that has left");
        }
    }
}
