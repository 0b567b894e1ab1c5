package dev.sextant.platform.migrate;

import org.jspecify.annotations.Nullable;

/** Why the schema cannot be brought up to date. The message is one line that says what to do; the desk does not start. */
public final class MigrationException extends RuntimeException {

    MigrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    MigrationException(String message) {
        this(message, null);
    }
}
