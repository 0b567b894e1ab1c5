package dev.sextant.ingest.archive;

import org.jspecify.annotations.Nullable;

/** An object is not known to be stored, or can't be read. */
public final class ObjectStoreException extends Exception {

    public ObjectStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
