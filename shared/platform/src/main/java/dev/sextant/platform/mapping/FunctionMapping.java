package dev.sextant.platform.mapping;

import java.time.Duration;
import java.util.List;

/**
 * A function behind a stream. What all of them share is not written here: they stop at the first failure and say which
 * record it was, a failing batch is halved, and what is given up is kept whole.
 *
 * @param function by its module's name, for example {@code risk-check}
 * @param stream whose records wake it
 * @param batchSize most records in one call, 1 to 10,000
 * @param batchWindow how long a batch that is not full is gathered, whole seconds from 0 to 300
 * @param parallelCalls most calls at once and shard, 1 to 10; the records of one key are always in one of them, in order
 * @param retries how often a record that fails alone is tried again before it is given up, 0 to 10,000
 * @param oldest age in the stream beyond which a record is given up unread, 1 minute to 7 days
 * @param types of the records that wake the function, as they name themselves at their top level; empty means all
 */
public record FunctionMapping(
        String function,
        DeskStream stream,
        int batchSize,
        Duration batchWindow,
        int parallelCalls,
        int retries,
        Duration oldest,
        List<String> types) {

    /** Ranges are Lambda's; the least age of a record is 60 seconds there. */
    public FunctionMapping {
        requireRange(function, "batchSize", batchSize, 1, 10_000);
        requireRange(function, "batchWindow", batchWindow.toSeconds(), 0, 300);
        requireRange(function, "parallelCalls", parallelCalls, 1, 10);
        requireRange(function, "retries", retries, 0, 10_000);
        requireRange(function, "oldest", oldest.toSeconds(), 60, 604_800);
        types = List.copyOf(types);
    }

    private static void requireRange(String function, String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    field + " of " + function + " is " + value + ", expected " + least + " to " + most);
        }
    }
}
