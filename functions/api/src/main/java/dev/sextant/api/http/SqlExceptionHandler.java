package dev.sextant.api.http;

import dev.sextant.platform.sql.SqlException;
import dev.sextant.platform.sql.SqlRejectedException;
import dev.sextant.platform.sql.SqlUnavailableException;
import dev.sextant.platform.sql.SqlUnknownException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what can be said when the database did not serve: later, unknown, or our mistake. The cause goes to the log. */
@Singleton
final class SqlExceptionHandler implements ExceptionHandler<SqlException, HttpResponse<String>> {

    private static final Logger LOG = LoggerFactory.getLogger(SqlExceptionHandler.class);

    private final ApiExceptionHandler answers;

    SqlExceptionHandler(ApiExceptionHandler answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is
    public HttpResponse<String> handle(HttpRequest request, SqlException failure) {
        LOG.warn("request {} failed in the database", RequestId.of((HttpRequest<?>) request), failure);
        return answers.handle(request, refusal(failure));
    }

    private static ApiException refusal(SqlException failure) {
        return switch (failure) {
            case SqlUnavailableException _ -> ApiExceptionHandler.unavailable("the database does not answer just now");
            case SqlUnknownException _ ->
                ApiExceptionHandler.unavailable("the database did not finish its answer; a write may or may not have"
                        + " happened, send it again with the same Idempotency-Key");
            case SqlRejectedException rejected ->
                rejected.isContention()
                        ? ApiExceptionHandler.unavailable("the database is busy with the same rows")
                        : UnexpectedExceptionHandler.internal();
        };
    }
}
