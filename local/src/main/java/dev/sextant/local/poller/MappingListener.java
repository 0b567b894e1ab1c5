package dev.sextant.local.poller;

import dev.sextant.platform.stream.BatchResult;
import dev.sextant.platform.stream.StreamRecord;
import java.nio.file.Path;
import java.util.List;

/** Hears what a mapping does, on the mapping's thread: keep it short and don't throw. */
public interface MappingListener {

    /** Hears nothing. */
    MappingListener NONE = new MappingListener() {};

    /** A batch came back from its function. */
    default void onBatch(String mapping, List<StreamRecord> batch, BatchResult result, long tookMs) {}

    /** A batch was put aside in a file; the shard moves on. */
    default void onGivenUp(String mapping, List<StreamRecord> batch, Path file) {}
}
