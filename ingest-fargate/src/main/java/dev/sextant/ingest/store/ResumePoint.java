package dev.sextant.ingest.store;

import dev.sextant.domain.market.Symbol;
import java.util.OptionalLong;

/** Where a new ingest goes on. */
@FunctionalInterface
public interface ResumePoint {

    /** The last aggregate id of the symbol that is durable beyond the stream, or empty when there is none. */
    OptionalLong lastDurableAggId(Symbol symbol) throws StoreException;
}
