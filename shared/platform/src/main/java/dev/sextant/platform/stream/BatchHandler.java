package dev.sextant.platform.stream;

import java.util.List;

/** Handles the records of one shard, batch by batch, in order. Implemented by consumers that are no Lambda function. */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Handles one batch; the same records may come again.
     *
     * @return how far it came
     * @throws Exception when none of it can be said to be done; the whole batch comes again
     */
    BatchResult handle(List<StreamRecord> batch) throws Exception;
}
