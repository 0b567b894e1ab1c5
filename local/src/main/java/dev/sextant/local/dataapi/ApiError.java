package dev.sextant.local.dataapi;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** An answer other than 200, with the error names and statuses of the service's model. */
final class ApiError extends RuntimeException {

    /** A message repeats what a client sent; PostgreSQL's own are shorter. */
    private static final int LONGEST = 1_000;

    /** For what is put behind a bounded message. */
    private static final int MARGIN = 20;

    private final int status;
    private final String type;

    private ApiError(int status, String type, String message, @Nullable Throwable cause) {
        super(bounded(message, LONGEST + MARGIN), cause);
        this.status = status;
        this.type = type;
    }

    private static String bounded(String message, int longest) {
        return message.length() <= longest ? message : message.substring(0, longest) + "…";
    }

    static ApiError validation(String message) {
        return new ApiError(400, "ValidationException", message, null);
    }

    static ApiError malformed(String message) {
        return new ApiError(400, "SerializationException", message, null);
    }

    static ApiError unsigned() {
        return new ApiError(403, "MissingAuthenticationTokenException", "Missing Authentication Token", null);
    }

    static ApiError unknownOperation(String path) {
        return new ApiError(404, "UnknownOperationException", "no operation at " + path, null);
    }

    static ApiError requestTooLarge(int limitBytes) {
        return new ApiError(
                413,
                "RequestEntityTooLargeException",
                "Request exceeds the size limit of " + limitBytes + " bytes",
                null);
    }

    static ApiError unsupportedResult(String message) {
        return new ApiError(400, "UnsupportedResultException", message, null);
    }

    static ApiError resuming(String clusterArn) {
        return new ApiError(
                400,
                "DatabaseResumingException",
                "The Aurora DB instance " + clusterArn
                        + " is resuming after being auto-paused. Please wait a few seconds and try again.",
                null);
    }

    static ApiError internal(String message, @Nullable Throwable cause) {
        return new ApiError(500, "InternalServerErrorException", message, cause);
    }

    static ApiError transactionNotFound(String id, String cause) {
        return new ApiError(404, "TransactionNotFoundException", "Transaction " + id + " is not found. " + cause, null);
    }

    static ApiError stillRunning() {
        return new ApiError(400, "DatabaseErrorException", "Transaction is still running a query", null);
    }

    /** What PostgreSQL or its driver said. A cancelled statement is the service's statement time-out. */
    static ApiError database(SQLException e) {
        String state = e.getSQLState() == null ? "XX000" : e.getSQLState();
        if (state.equals("57014")) {
            return new ApiError(400, "StatementTimeoutException", "Request timed out", e);
        }
        if (e instanceof PSQLException && String.valueOf(e.getMessage()).contains("maxResultBuffer")) {
            return unsupportedResult(ResultSize.TOO_LARGE);
        }
        String said = bounded(String.valueOf(e.getMessage()), LONGEST);
        return new ApiError(400, "DatabaseErrorException", said + "; SQLState: " + state, e);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    boolean isTimeout() {
        return type.equals("StatementTimeoutException");
    }
}
