package dev.sextant.platform.stream;

import java.util.List;

/**
 * Puts records on one stream. Used by the ingest ({@code market}, ticks) and by whoever emits decisions.
 *
 * <p>Order is kept within a partition key and nothing is lost; duplicates are possible, and after a partial failure a
 * later record of a key may be seen early once, before the failed one and itself again. Consumers are idempotent.
 */
public interface StreamWriter {

    /**
     * Puts all records, in order, and returns once the stream has accepted them. One call runs at a time; others wait.
     *
     * @throws StreamUnavailableException after bounded retries, with the remainder that must be put again
     * @throws IllegalArgumentException when a record with its key exceeds 1 MiB; then nothing was sent
     */
    PutReceipt put(List<Outgoing> records) throws StreamUnavailableException;
}
