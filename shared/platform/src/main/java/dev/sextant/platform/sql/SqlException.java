package dev.sextant.platform.sql;

/**
 * Why a statement gave no answer, sorted by what is known of its effect: <em>rejected</em> (it failed), <em>unknown</em>
 * (it may have been committed), <em>unavailable</em> (it never ran). The message holds the head of the statement and
 * the database's words, never a parameter's value of ours.
 */
public abstract sealed class SqlException extends RuntimeException
        permits SqlRejectedException, SqlUnknownException, SqlUnavailableException {

    SqlException(String message, Throwable cause) {
        super(message, cause);
    }
}
