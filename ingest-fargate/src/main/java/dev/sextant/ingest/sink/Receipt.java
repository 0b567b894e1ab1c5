package dev.sextant.ingest.sink;

/**
 * A stream has durably accepted what was put.
 *
 * @param lastSequence the sequence number of the last accepted record; with several shards {@code shard=number} pairs
 *     joined by commas; empty when nothing was ever put
 */
public record Receipt(String lastSequence) {

    /** Nothing was put yet. */
    public static final Receipt NONE = new Receipt("");
}
