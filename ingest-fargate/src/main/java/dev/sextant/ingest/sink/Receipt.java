package dev.sextant.ingest.sink;

import dev.sextant.domain.market.Symbol;
import java.util.Map;

/**
 * A stream has durably accepted what was put.
 *
 * @param lastSequence the sequence number of the last accepted record; with several shards {@code shard=number} pairs
 *     joined by commas; empty when nothing was ever put
 * @param frameBytes encoded bytes of the frames of this put, by symbol
 */
public record Receipt(String lastSequence, Map<Symbol, Long> frameBytes) {

    /** Nothing was put yet. */
    public static final Receipt NONE = new Receipt("", Map.of());

    public Receipt {
        frameBytes = Map.copyOf(frameBytes);
    }
}
