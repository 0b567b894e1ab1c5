package dev.sextant.platform.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What one PutRecords request may carry: 500 records, 5 MiB, 1 MiB a record, partition keys included (Kinesis API
 * reference). Newer service limits are higher; emulators and older regions hold to these.
 */
final class PutLimits {

    static final int MAX_RECORDS = 500;
    static final int MAX_REQUEST_BYTES = 5 << 20;
    static final int MAX_RECORD_BYTES = 1 << 20;

    private PutLimits() {}

    /** The longest prefix that fits one request. */
    static List<Outgoing> firstRequest(Iterable<Outgoing> queue) {
        List<Outgoing> request = new ArrayList<>();
        int bytes = 0;
        for (Outgoing record : queue) {
            bytes += size(record);
            if (request.size() == MAX_RECORDS || bytes > MAX_REQUEST_BYTES) {
                break;
            }
            request.add(record);
        }
        return request;
    }

    static void check(List<Outgoing> records) {
        for (Outgoing record : records) {
            if (size(record) > MAX_RECORD_BYTES) {
                throw new IllegalArgumentException("record of key '" + record.partitionKey() + "' has " + size(record)
                        + " bytes with its key, expected at most " + MAX_RECORD_BYTES);
            }
        }
    }

    private static int size(Outgoing record) {
        return record.data().length + record.partitionKey().getBytes(StandardCharsets.UTF_8).length;
    }
}
