package dev.sextant.local.desk;

import org.jspecify.annotations.Nullable;

/** The desk can't start or go on; the message is one line that says what to do. */
public final class DeskException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DeskException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
