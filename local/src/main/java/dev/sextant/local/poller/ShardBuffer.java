package dev.sextant.local.poller;

import dev.sextant.platform.stream.StreamRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was read from a shard and is not yet in a batch: gathered until a batch is full, or its window is over. */
final class ShardBuffer {

    /** Lambda's limit on the payload of a call. */
    private static final long MAX_PAYLOAD_BYTES = 6L << 20;
    /** The JSON around a record's data in an event, rounded up. */
    private static final long ENVELOPE_BYTES = 700;

    private record Entry(StreamRecord record, boolean wanted) {}

    private final MappingConfig config;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private int wanted;
    private long wantedBytes;
    private long windowOpenedAtMs;

    ShardBuffer(MappingConfig config) {
        this.config = config;
    }

    void add(List<StreamRecord> records, long nowMs) {
        for (StreamRecord record : records) {
            boolean isWanted = config.filter().accepts(record.data());
            entries.addLast(new Entry(record, isWanted));
            if (isWanted) {
                windowOpenedAtMs = wanted == 0 ? nowMs : windowOpenedAtMs;
                wanted++;
                wantedBytes += payload(record);
            }
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    StreamRecord oldest() {
        return entries.getFirst().record;
    }

    /** Full by count or by bytes. */
    boolean holdsFullBatch() {
        return wanted >= config.batchSize() || wantedBytes >= MAX_PAYLOAD_BYTES;
    }

    /** A batch can be cut: it is full, its window is over, or there is nothing in it for the function. */
    boolean isDue(long nowMs) {
        return !entries.isEmpty()
                && (wanted == 0 || holdsFullBatch() || nowMs - windowOpenedAtMs >= config.batchWindowMs());
    }

    /** The next batch, with the unwanted records around it: they are done when it is. */
    ShardBatch cut(long nowMs) {
        List<StreamRecord> batch = new ArrayList<>();
        long bytes = 0;
        String through = "";
        while (!entries.isEmpty()) {
            Entry next = entries.getFirst();
            bytes += next.wanted ? payload(next.record) : 0;
            boolean full = batch.size() == config.batchSize() || (!batch.isEmpty() && bytes > MAX_PAYLOAD_BYTES);
            if (next.wanted && full) {
                break;
            }
            entries.removeFirst();
            through = next.record.sequenceNumber();
            if (next.wanted) {
                batch.add(next.record);
                wanted--;
                wantedBytes -= payload(next.record);
            }
        }
        windowOpenedAtMs = nowMs;
        return new ShardBatch(List.copyOf(batch), through, 0);
    }

    private static long payload(StreamRecord record) {
        return ENVELOPE_BYTES + (record.data().length + 2L) / 3 * 4;
    }
}
