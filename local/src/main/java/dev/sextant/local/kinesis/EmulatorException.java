package dev.sextant.local.kinesis;

import org.jspecify.annotations.Nullable;

/** The emulator could not be started. The message is one line for the user: what is wrong and what to do. */
public final class EmulatorException extends RuntimeException {

    EmulatorException(String message) {
        this(message, null);
    }

    EmulatorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
