package dev.sextant.ingest.recorder;

/** The venue can't be asked for past trades now; asking later may help. */
public final class HistoryUnavailableException extends Exception {

    /** Says why, in one line. */
    public HistoryUnavailableException(String message) {
        super(message);
    }
}
