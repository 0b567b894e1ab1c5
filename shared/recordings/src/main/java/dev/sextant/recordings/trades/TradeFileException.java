package dev.sextant.recordings.trades;

/** A trade file can't be used; the message names file, line and reason. */
public final class TradeFileException extends Exception {

    private static final long serialVersionUID = 1L;

    TradeFileException(String message) {
        super(message);
    }
}
