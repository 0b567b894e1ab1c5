package dev.sextant.ingest.store;

import dev.sextant.domain.market.Gap;

/** Keeps the gaps that users see. */
@FunctionalInterface
public interface GapLedger {

    /** Notes a gap, or that the noted one with the same first id was filled. Repeating changes nothing. */
    void record(Gap gap) throws StoreException;
}
