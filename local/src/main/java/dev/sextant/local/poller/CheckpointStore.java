package dev.sextant.local.poller;

import java.util.Map;

/** Where mappings remember how far they have come. */
public interface CheckpointStore {

    /** Per shard id the last processed sequence number; empty when nothing was processed yet. */
    Map<String, String> load(String mapping);

    /** Replaces a mapping's checkpoints as a whole: after a crash either the old or the new ones are found. */
    void save(String mapping, Map<String, String> lastProcessed);
}
