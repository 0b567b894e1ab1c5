package dev.sextant.ingest.store;

/** The database did not answer, or said no. The ingest goes on and tries again: market data must flow without it. */
public final class StoreException extends Exception {

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
