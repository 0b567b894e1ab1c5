package dev.sextant.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our own mistakes: the user gets one plain line with the request's id, the log gets the trace under the same id. */
@Singleton
final class UnexpectedExceptionHandler implements ExceptionHandler<RuntimeException, HttpResponse<String>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedExceptionHandler.class);

    private final ApiExceptionHandler answers;

    UnexpectedExceptionHandler(ApiExceptionHandler answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is
    public HttpResponse<String> handle(HttpRequest request, RuntimeException mistake) {
        LOG.error("request {} failed", RequestId.of((HttpRequest<?>) request), mistake);
        return answers.handle(request, internal());
    }

    static ApiException internal() {
        return ApiException.refused(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "something went wrong here; the log has it under the request id");
    }
}
