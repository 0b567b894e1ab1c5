package dev.sextant.ingest.store;

/**
 * Who holds the lease.
 *
 * @param held the one who asked does
 * @param grant rises whenever the lease changes hands
 * @param holder empty when nobody does
 * @param leftMs until it ends unless renewed
 * @param superseded a younger run has been there, which consumers now listen to, and has gone
 */
public record LeaseAnswer(boolean held, long grant, String holder, long holderEpoch, long leftMs, boolean superseded) {

    /** Before the first answer. */
    public static final LeaseAnswer NONE = new LeaseAnswer(false, 0, "", 0, 0, false);
}
