package dev.sextant.platform.sql;

/** The statement definitely failed and left nothing behind: the database or the Data API refused it. */
public final class SqlRejectedException extends SqlException {

    private final String sqlState;

    SqlRejectedException(String message, String sqlState, Throwable cause) {
        super(message, cause);
        this.sqlState = sqlState;
    }

    /** The five-character SQLState, or "" where the Data API refused the call before PostgreSQL saw it. */
    public String sqlState() {
        return sqlState;
    }

    /** Whether a unique or primary key already holds the row (23505). */
    public boolean isUniqueViolation() {
        return sqlState.equals("23505");
    }

    /** Whether the statement lost to a concurrent one (serialization 40001, deadlock 40P01, lock 55P03): try again. */
    public boolean isContention() {
        return sqlState.equals("40001") || sqlState.equals("40P01") || sqlState.equals("55P03");
    }
}
