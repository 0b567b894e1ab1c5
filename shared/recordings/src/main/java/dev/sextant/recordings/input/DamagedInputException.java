package dev.sextant.recordings.input;

import java.io.IOException;

/** Bytes that are not what they should be: packed wrongly, cut off, or not text. */
public final class DamagedInputException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedInputException(String message) {
        super(message);
    }
}
