package dev.sextant.ingest.archive;

/** Keeps objects under keys: a bucket, or a folder on one machine. */
@FunctionalInterface
public interface ObjectStore {

    /**
     * Returns once the object is durable. Putting the same key again replaces it.
     *
     * @param key path-like, with slashes
     * @throws ObjectStoreException when it is not known to be stored
     */
    void put(String key, byte[] content) throws ObjectStoreException;
}
