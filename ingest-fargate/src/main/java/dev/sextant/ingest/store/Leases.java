package dev.sextant.ingest.store;

/** Numbers the runs of the ingest and says which of them may tell the time. Atomic; all times are the store's own. */
public interface Leases {

    /**
     * A number above that of every earlier run, given once; consumers reject frames of a lower one than they have seen.
     *
     * @param owner who runs: one name for all runs of which only one can be alive, else a name of this run alone
     */
    long nextEpoch(String owner) throws StoreException;

    /** Says that a run is there, and takes or renews the lease if nobody else holds it. */
    LeaseAnswer hold(String owner, long epoch, long forMs) throws StoreException;

    /** The run ends: whoever waits for the lease has it with the next question. */
    void leave(String owner, long epoch) throws StoreException;
}
