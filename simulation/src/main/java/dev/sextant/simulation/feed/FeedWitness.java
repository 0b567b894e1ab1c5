package dev.sextant.simulation.feed;

/** Sees what the ingests do, at the moment it happens. */
public interface FeedWitness {

    /** A sign of life of the private stream has come to an ingest. */
    void heard();

    /** The private stream's life was told, as of a market time. */
    void aliveTold(long aliveAtMs);

    /**
     * An ingest lets a tick go.
     *
     * @param holders how many ingests believe that they hold the lease
     */
    void tickLeaves(long epoch, int holders);

    /**
     * A tick reaches the stream.
     *
     * @param heldBy the epoch that holds the lease by now, or 0
     */
    void tickArrives(long epoch, long heldBy);

    /** A message came by a connection that had been given up. */
    void heardAfterTheEnd();
}
