package dev.sextant.ingest.store;

import dev.sextant.domain.instrument.Instrument;

/** Keeps the venue's order filters for the order path. */
@FunctionalInterface
public interface InstrumentStore {

    /** @param nowMs wall time of the reading */
    void save(Instrument instrument, long nowMs) throws StoreException;
}
