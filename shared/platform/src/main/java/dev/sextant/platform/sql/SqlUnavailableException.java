package dev.sextant.platform.sql;

/** The statement definitely never ran. */
public final class SqlUnavailableException extends SqlException {

    /** Why it never ran. */
    public enum Reason {
        /** Aurora is waking from a pause; a retry in a few seconds helps. */
        RESUMING,
        /** No connection to the endpoint could be made. */
        UNREACHABLE,
        /** The endpoint or the database takes no more calls just now. */
        THROTTLED,
        /** Credentials, permission, secret, cluster or database name are wrong; a retry does not help. */
        REFUSED
    }

    private final Reason reason;

    SqlUnavailableException(String message, Reason reason, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why it never ran. */
    public Reason reason() {
        return reason;
    }
}
