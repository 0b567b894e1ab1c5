package dev.sextant.platform.sql;

/**
 * The statement may or may not have been committed: a time-out, a lost connection, a server error. Whoever sent an
 * effect reads back what it finds under its own token; nobody sends again without one.
 */
public final class SqlUnknownException extends SqlException {

    SqlUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
