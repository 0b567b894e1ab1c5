package dev.sextant.local.postgres;

import org.jspecify.annotations.Nullable;

/** Why the local database can't run, in one line that says what to do. */
public final class PostgresException extends RuntimeException {

    PostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
