package dev.sextant.ingest.sink;

import java.io.IOException;

/**
 * Whoever lets a replay advance: told of each tick once it and all frames before it are durable. A desk on live data
 * has none.
 */
@FunctionalInterface
public interface Pacer {

    /** For live data. */
    Pacer NONE = (tickMs, market, decisions) -> {};

    /**
     * Tells that the ingest is done with a tick.
     *
     * @throws IOException when it could not be told; the outbox tries again, because a replay would stand still for ever
     */
    void tickDone(long tickMs, Receipt market, Receipt decisions) throws IOException, InterruptedException;
}
