package dev.sextant.ingest.jobs;

import dev.sextant.ingest.store.StoreException;

/** Says which of several containers does the jobs. */
public interface JobLease {

    /**
     * Takes or renews the lease if nobody else holds it.
     *
     * @return whether this container holds it now
     * @throws StoreException when the store doesn't answer: then nobody may be sure
     */
    boolean hold() throws StoreException;

    /** Gives it back, so that the next container need not wait for its end. */
    void leave() throws StoreException;
}
