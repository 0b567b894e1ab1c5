package dev.sextant.ingest.archive;

/** An object is not known to be stored. */
public final class ObjectStoreException extends Exception {

    public ObjectStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
