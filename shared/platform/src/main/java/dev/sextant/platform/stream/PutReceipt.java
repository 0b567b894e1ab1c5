package dev.sextant.platform.stream;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a stream has accepted. Whoever paces a replay waits until each consumer has processed through these numbers.
 *
 * @param lastSequenceNumbers per shard id, the sequence number of the last accepted record
 * @param records accepted, each counted once even when it was sent again
 */
public record PutReceipt(Map<String, String> lastSequenceNumbers, int records) {

    /** Nothing was put. */
    public static final PutReceipt NONE = new PutReceipt(Map.of(), 0);

    public PutReceipt {
        lastSequenceNumbers = Collections.unmodifiableMap(new TreeMap<>(lastSequenceNumbers));
    }

    /** Both together: the later number of each shard. */
    public PutReceipt and(PutReceipt other) {
        Map<String, String> last = new TreeMap<>(lastSequenceNumbers);
        other.lastSequenceNumbers.forEach((shard, number) -> last.merge(shard, number, SequenceOrder::later));
        return new PutReceipt(last, records + other.records);
    }
}
