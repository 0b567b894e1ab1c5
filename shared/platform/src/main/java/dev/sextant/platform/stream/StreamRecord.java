package dev.sextant.platform.stream;

/**
 * A record as a stream delivers it.
 *
 * @param shardId where it lies
 * @param sequenceNumber its place in the shard, see {@link SequenceOrder}
 * @param partitionKey its ordering domain
 * @param data the encoded record; shared, treat as read-only
 * @param arrivedAtMs wall-clock time at which the stream accepted it, epoch milliseconds, approximate
 */
@SuppressWarnings("ArrayRecordComponent") // Records are identified by shard and number, never compared.
public record StreamRecord(String shardId, String sequenceNumber, String partitionKey, byte[] data, long arrivedAtMs) {}
