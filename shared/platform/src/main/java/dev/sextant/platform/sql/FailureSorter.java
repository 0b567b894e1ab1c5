package dev.sextant.platform.sql;

import dev.sextant.platform.sql.SqlUnavailableException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sorts what the SDK throws. Only listed failures are definite; everything else, and every lost connection, is unknown.
 * Names of errors: the service's model ({@code rds-data-2018-08-01}); {@code ValidationException} and
 * {@code ThrottlingException} are common to all AWS services. SQLStates: PostgreSQL manual, appendix A.
 */
public final class FailureSorter {

    /** The Data API ends a database error's message with {@code ; SQLState: 23505}; only the last one counts. */
    private static final Pattern SQL_STATE = Pattern.compile("; SQLState: ([0-9A-Z]{5})\\s*$");

    private FailureSorter() {}

    /**
     * The failure as one of the three kinds.
     *
     * @param effect whether the statement would have changed anything
     * @param what the head of the statement, for the message
     */
    public static SqlException sort(SdkException failure, Effect effect, String what) {
        String message = String.valueOf(failure.getMessage()) + " [" + what + "]";
        if (!(failure instanceof AwsServiceException answer)) {
            return neverSent(failure)
                    ? new SqlUnavailableException(message, Reason.UNREACHABLE, failure)
                    : new SqlUnknownException(message, failure);
        }
        String code = answer.awsErrorDetails() == null
                ? ""
                : String.valueOf(answer.awsErrorDetails().errorCode());
        return switch (code) {
            case "DatabaseErrorException", "BadRequestException" -> databaseError(answer, message);
            case "ValidationException", "TransactionNotFoundException", "NotFoundException" ->
                new SqlRejectedException(message, "", failure);
            case "UnsupportedResultException" ->
                effect == Effect.NONE
                        ? new SqlRejectedException(message, "", failure)
                        : new SqlUnknownException(message, failure);
            case "DatabaseResumingException" -> new SqlUnavailableException(message, Reason.RESUMING, failure);
            case "ThrottlingException", "TooManyRequestsException" ->
                new SqlUnavailableException(message, Reason.THROTTLED, failure);
            case "AccessDeniedException",
                    "ForbiddenException",
                    "UnrecognizedClientException",
                    "InvalidSignatureException",
                    "ExpiredTokenException",
                    "InvalidSecretException",
                    "SecretsErrorException",
                    "HttpEndpointNotEnabledException",
                    "DatabaseNotFoundException" -> new SqlUnavailableException(message, Reason.REFUSED, failure);
            default ->
                answer.statusCode() == 413
                        ? new SqlRejectedException(message, "", failure)
                        : new SqlUnknownException(message, failure);
        };
    }

    private static SqlException databaseError(AwsServiceException answer, String message) {
        String words = answer.awsErrorDetails().errorMessage();
        Matcher matcher = SQL_STATE.matcher(words == null ? "" : words);
        if (!matcher.find()) {
            return new SqlUnknownException(message, answer);
        }
        String state = matcher.group(1);
        return switch (state) {
            // too many connections, or not accepting any yet: refused before the statement
            case "53300", "57P03" -> new SqlUnavailableException(message, Reason.THROTTLED, answer);
            // the session was killed, or completion is explicitly unknown
            case "57P01", "57P02", "57P05", "40003" -> new SqlUnknownException(message, answer);
            default ->
                switch (state.substring(0, 2)) {
                    // the connection to the database broke, or the database itself did
                    case "08", "58", "XX" -> new SqlUnknownException(message, answer);
                    // no such user, password or database
                    case "28", "3D" -> new SqlUnavailableException(message, Reason.REFUSED, answer);
                    default -> new SqlRejectedException(message, state, answer);
                };
        };
    }

    /** Whether the failure happened before a byte of the request could leave. */
    private static boolean neverSent(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean connecting = cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException;
            if (connecting || isAcquireFailure(cause)) {
                return true;
            }
        }
        return false;
    }

    /** How the CRT client reports every failure to get a connection, by its message alone. */
    private static boolean isAcquireFailure(Throwable cause) {
        return cause instanceof IOException
                && String.valueOf(cause.getMessage()).startsWith("An exception occurred when acquiring a connection");
    }
}
