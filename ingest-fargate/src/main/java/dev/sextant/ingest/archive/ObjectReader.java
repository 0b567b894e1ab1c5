package dev.sextant.ingest.archive;

/** Gives back what an {@link ObjectStore} keeps. */
@FunctionalInterface
public interface ObjectReader {

    /**
     * The whole object.
     *
     * @throws ObjectStoreException when it is not there or can't be read
     */
    byte[] get(String key) throws ObjectStoreException;
}
