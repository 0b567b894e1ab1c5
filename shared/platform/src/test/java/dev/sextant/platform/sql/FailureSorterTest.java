package dev.sextant.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;

/** Each failure and its class; what no row lists is unknown. */
final class FailureSorterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DatabaseErrorException          | 400 | ERROR: duplicate key; SQLState: 23505             | rejected 23505       | rejected 23505
            DatabaseErrorException          | 400 | ERROR: deadlock; SQLState: 40P01                  | rejected 40P01       | rejected 40P01
            DatabaseErrorException          | 400 | ERROR: x (y; SQLState: 23505) z; SQLState: 23503  | rejected 23503       | rejected 23503
            DatabaseErrorException          | 400 | ERROR: I/O error; SQLState: 08006                 | unknown              | unknown
            DatabaseErrorException          | 400 | FATAL: terminating; SQLState: 57P01               | unknown              | unknown
            DatabaseErrorException          | 400 | ERROR: completion unknown; SQLState: 40003        | unknown              | unknown
            DatabaseErrorException          | 400 | PANIC: internal; SQLState: XX000                  | unknown              | unknown
            DatabaseErrorException          | 400 | FATAL: too many clients; SQLState: 53300          | unavailable THROTTLED | unavailable THROTTLED
            DatabaseErrorException          | 400 | FATAL: starting up; SQLState: 57P03               | unavailable THROTTLED | unavailable THROTTLED
            DatabaseErrorException          | 400 | FATAL: no database; SQLState: 3D000               | unavailable REFUSED  | unavailable REFUSED
            DatabaseErrorException          | 400 | FATAL: password; SQLState: 28P01                  | unavailable REFUSED  | unavailable REFUSED
            DatabaseErrorException          | 400 | Transaction is still running a query              | unknown              | unknown
            BadRequestException             | 400 | Communications link failure                       | unknown              | unknown
            BadRequestException             | 400 | ERROR: x; SQLState: 42601                         | rejected 42601       | rejected 42601
            ValidationException             | 400 | Multistatements aren't supported.                 | rejected             | rejected
            TransactionNotFoundException    | 404 | Transaction x is not found.                       | rejected             | rejected
            UnsupportedResultException      | 400 | The result exceeds the size limit 1 MB.           | rejected             | unknown
            RequestEntityTooLargeException  | 413 | too large                                         | rejected             | rejected
            StatementTimeoutException       | 400 | Request timed out                                 | unknown              | unknown
            DatabaseResumingException       | 400 | is resuming                                       | unavailable RESUMING | unavailable RESUMING
            ThrottlingException             | 400 | Rate exceeded                                     | unavailable THROTTLED | unavailable THROTTLED
            AccessDeniedException           | 403 | not authorized                                    | unavailable REFUSED  | unavailable REFUSED
            HttpEndpointNotEnabledException | 400 | not enabled                                       | unavailable REFUSED  | unavailable REFUSED
            SecretsErrorException           | 400 | not found                                         | unavailable REFUSED  | unavailable REFUSED
            ServiceUnavailableError         | 503 | unavailable                                       | unknown              | unknown
            InternalServerErrorException    | 500 | internal                                          | unknown              | unknown
            DatabaseUnavailableException    | 504 | unavailable                                       | unknown              | unknown
            NeverHeardOfException           | 400 | ?                                                 | unknown              | unknown
            """)
    void anAnswerIsSortedByItsNameAndState(String code, int status, String words, String asRead, String asEffect) {
        SdkException answer = RdsDataException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(words)
                        .build())
                .build();
        assertEquals(asRead, shown(FailureSorter.sort(answer, Effect.NONE, "select")));
        assertEquals(asEffect, shown(FailureSorter.sort(answer, Effect.SOME, "update")));
    }

    static Stream<Arguments> failuresWithoutAnAnswer() {
        return Stream.of(
                Arguments.of(new ConnectException("Connection refused"), "unavailable UNREACHABLE"),
                Arguments.of(new UnknownHostException("rds-data.nowhere"), "unavailable UNREACHABLE"),
                Arguments.of(
                        new IOException("An exception occurred when acquiring a connection"),
                        "unavailable UNREACHABLE"),
                Arguments.of(new IOException(new IOException("socket is closed")), "unknown"),
                Arguments.of(new SocketTimeoutException("Read timed out"), "unknown"));
    }

    @ParameterizedTest
    @MethodSource("failuresWithoutAnAnswer")
    void aFailureWithoutAnAnswerIsDefiniteOnlyBeforeTheConnection(Exception cause, String expected) {
        SdkException failure = SdkClientException.create("Unable to execute HTTP request", cause);
        assertEquals(expected, shown(FailureSorter.sort(failure, Effect.SOME, "update")));
    }

    @Test
    void ourOwnTimeOutIsUnknown() {
        assertEquals(
                "unknown", shown(FailureSorter.sort(ApiCallTimeoutException.create(55_000), Effect.SOME, "update")));
    }

    private static String shown(SqlException failure) {
        return switch (failure) {
            case SqlRejectedException rejected -> ("rejected " + rejected.sqlState()).strip();
            case SqlUnknownException _ -> "unknown";
            case SqlUnavailableException unavailable -> "unavailable " + unavailable.reason();
        };
    }
}
