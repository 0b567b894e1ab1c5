package dev.sextant.platform.stream;

import java.util.List;

/** Reads one stream shard by shard. Used by the event-source pollers and the recorder's poller. */
public interface StreamReader {

    /** The stream's ARN, as events name it. */
    String streamArn() throws StreamUnavailableException;

    /** The ids of all shards, sorted. Shards that a later re-sharding makes are seen by the next call. */
    List<String> shardIds() throws StreamUnavailableException;

    /** Starts reading a shard. */
    Cursor open(String shardId, StreamPosition from) throws StreamUnavailableException;

    /** A place in a shard that moves on with each page. Not thread-safe. */
    interface Cursor {

        /**
         * Reads up to {@code limit} records (1 to 10,000) and moves behind them. After a failure the next call starts at
         * the same place.
         */
        Page next(int limit) throws StreamUnavailableException;
    }

    /**
     * What one read gave.
     *
     * @param records in sequence order; empty at the tip
     * @param ended true when the shard was closed by a re-sharding and all of it was read
     */
    record Page(List<StreamRecord> records, boolean ended) {}
}
