package dev.sextant.local.poller;

import dev.sextant.platform.mapping.FunctionMapping;
import dev.sextant.platform.stream.StreamPosition;
import dev.sextant.platform.stream.StreamRecord;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * One event-source mapping.
 *
 * @param name the function's name; checkpoints and failed batches are kept under it
 * @param batchSize most records in one call, 1 to 10,000
 * @param batchWindowMs how long a batch that is not full is gathered; 0 calls at once
 * @param parallelCalls most calls under way at once and shard, 1 to 10; records of one key stay in one of them
 * @param pollEveryMs pause between reads once the tip is reached
 * @param checkpointEveryMs checkpoints are written no more often than this; after a crash what was handled since the last
 *     write comes again
 * @param onError what happens to a batch that fails
 * @param onFailureFolder where batches that are given up are kept, whole
 * @param filter which records the function gets
 * @param laneKey what of a record decides its lane: records of one such key are never in two calls at once, and in order
 * @param startAt where reading starts without a checkpoint
 */
public record MappingConfig(
        String name,
        int batchSize,
        long batchWindowMs,
        int parallelCalls,
        long pollEveryMs,
        long checkpointEveryMs,
        ErrorHandling onError,
        Path onFailureFolder,
        RecordFilter filter,
        Function<StreamRecord, String> laneKey,
        StreamPosition startAt) {

    /** How often Lambda itself polls a shard. */
    public static final long LAMBDA_POLL_MS = 1_000;

    private static final long POLL_MS = 5;
    /** Each write waits for the disk, and whoever else does waits longer: the database, with an order on its way. */
    private static final long CHECKPOINT_MS = 500;

    public MappingConfig {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "mapping name '" + name + "' is not a name, expected 1 to 64 of a-z, 0-9 and -");
        }
        if (batchSize < 1 || batchSize > 10_000) {
            throw new IllegalArgumentException("batchSize of " + name + " is " + batchSize + ", expected 1 to 10000");
        }
        if (parallelCalls < 1 || parallelCalls > 10) {
            throw new IllegalArgumentException(
                    "parallelCalls of " + name + " is " + parallelCalls + ", expected 1 to 10");
        }
        if (batchWindowMs < 0 || pollEveryMs < 1 || checkpointEveryMs < 0) {
            throw new IllegalArgumentException("mapping " + name + " has batchWindowMs " + batchWindowMs
                    + ", pollEveryMs " + pollEveryMs + ", checkpointEveryMs " + checkpointEveryMs
                    + ": expected at least 0, 1 and 0");
        }
    }

    /** Batches of up to 100 at once, polled every 5 ms, halved on error, five retries, from the oldest record. */
    public static MappingConfig named(String name, Path onFailureFolder) {
        return new MappingConfig(
                name,
                100,
                0,
                1,
                POLL_MS,
                CHECKPOINT_MS,
                ErrorHandling.DEFAULT,
                onFailureFolder,
                RecordFilter.all(),
                StreamRecord::partitionKey,
                new StreamPosition.TrimHorizon());
    }

    /** By the rules of the table, at this machine's pace. */
    public static MappingConfig of(FunctionMapping rules, Path onFailureFolder) {
        return named(rules.function(), onFailureFolder)
                .batches(rules.batchSize(), rules.batchWindow().toMillis())
                .parallel(rules.parallelCalls())
                .onError(new ErrorHandling(true, rules.retries(), rules.oldest().toMillis()))
                .filteredBy(
                        rules.types().isEmpty()
                                ? RecordFilter.all()
                                : RecordFilter.typeIn(rules.types().toArray(String[]::new)));
    }

    public MappingConfig batches(int size, long windowMs) {
        return copy(size, windowMs, parallelCalls, pollEveryMs, checkpointEveryMs, onError, filter, laneKey, startAt);
    }

    public MappingConfig parallel(int calls) {
        return copy(batchSize, batchWindowMs, calls, pollEveryMs, checkpointEveryMs, onError, filter, laneKey, startAt);
    }

    public MappingConfig pollingEvery(long ms) {
        return copy(batchSize, batchWindowMs, parallelCalls, ms, checkpointEveryMs, onError, filter, laneKey, startAt);
    }

    public MappingConfig checkpointingEvery(long ms) {
        return copy(batchSize, batchWindowMs, parallelCalls, pollEveryMs, ms, onError, filter, laneKey, startAt);
    }

    public MappingConfig onError(ErrorHandling handling) {
        return copy(
                batchSize,
                batchWindowMs,
                parallelCalls,
                pollEveryMs,
                checkpointEveryMs,
                handling,
                filter,
                laneKey,
                startAt);
    }

    public MappingConfig filteredBy(RecordFilter wanted) {
        return copy(
                batchSize,
                batchWindowMs,
                parallelCalls,
                pollEveryMs,
                checkpointEveryMs,
                onError,
                wanted,
                laneKey,
                startAt);
    }

    public MappingConfig lanesBy(Function<StreamRecord, String> key) {
        return copy(
                batchSize, batchWindowMs, parallelCalls, pollEveryMs, checkpointEveryMs, onError, filter, key, startAt);
    }

    public MappingConfig startingAt(StreamPosition position) {
        return copy(
                batchSize,
                batchWindowMs,
                parallelCalls,
                pollEveryMs,
                checkpointEveryMs,
                onError,
                filter,
                laneKey,
                position);
    }

    private MappingConfig copy(
            int size,
            long windowMs,
            int calls,
            long pollMs,
            long saveMs,
            ErrorHandling error,
            RecordFilter wanted,
            Function<StreamRecord, String> key,
            StreamPosition from) {
        return new MappingConfig(
                name, size, windowMs, calls, pollMs, saveMs, error, onFailureFolder, wanted, key, from);
    }
}
