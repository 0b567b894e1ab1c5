package dev.sextant.local.poller;

import dev.sextant.platform.stream.StreamRecord;
import java.util.List;

/**
 * Records on their way to a function.
 *
 * @param records in sequence order; empty when the filter wanted none
 * @param through the sequence number up to which the shard is processed once these are
 * @param retries how often these were tried again already
 */
record ShardBatch(List<StreamRecord> records, String through, int retries) {

    /** The first {@code count} records. */
    ShardBatch head(int count) {
        List<StreamRecord> head = records.subList(0, count);
        return new ShardBatch(head, head.getLast().sequenceNumber(), retries);
    }

    /** All but the first {@code count} records. */
    ShardBatch tail(int count) {
        return new ShardBatch(records.subList(count, records.size()), through, retries);
    }

    ShardBatch afterRetries(int count) {
        return new ShardBatch(records, through, count);
    }

    /** The place of a record, or −1. */
    int indexOf(String sequenceNumber) {
        return records.stream().map(StreamRecord::sequenceNumber).toList().indexOf(sequenceNumber);
    }
}
