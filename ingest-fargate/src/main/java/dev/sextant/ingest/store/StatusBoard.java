package dev.sextant.ingest.store;

/** Where each part of the desk says how it is. */
@FunctionalInterface
public interface StatusBoard {

    /** @param status a JSON object */
    void post(String status) throws StoreException;
}
