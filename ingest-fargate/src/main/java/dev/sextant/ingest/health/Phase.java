package dev.sextant.ingest.health;

/** What the ingest is doing. */
public enum Phase {
    /** No market data yet. */
    STARTING,
    /** Reading history, to join it with the stream. */
    BACKFILLING,
    /** Frames and ticks flow. */
    LIVE,
    /** They should, and don't: the venue is silent or a stream takes nothing. */
    STALLED,
    /** On its way out. */
    DRAINING
}
