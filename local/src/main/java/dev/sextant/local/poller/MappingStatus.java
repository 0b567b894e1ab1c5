package dev.sextant.local.poller;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a mapping stands.
 *
 * @param processedThrough per shard the last sequence number that is done, passed over or put aside
 * @param recordsSeen read since the start, filtered ones included
 * @param batches handled since the start
 * @param errors failed calls, failed reads and failed writes of checkpoints since the start
 * @param recordsGivenUp put aside since the start
 * @param lagMs how long the oldest record that was read and is not done has been in the stream; 0 at the tip
 * @param lastBatchAtMs wall-clock time of the last batch that was done, 0 before the first
 * @param lastError why the last failure happened, or null
 */
public record MappingStatus(
        Map<String, String> processedThrough,
        long recordsSeen,
        long batches,
        long errors,
        long recordsGivenUp,
        long lagMs,
        long lastBatchAtMs,
        @Nullable String lastError) {}
