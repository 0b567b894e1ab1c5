package dev.sextant.ingest.store;

/** Publishes the measured clock offset to whoever decides about orders. */
@FunctionalInterface
public interface ClockOffsets {

    void publish(ClockOffset offset) throws StoreException;
}
