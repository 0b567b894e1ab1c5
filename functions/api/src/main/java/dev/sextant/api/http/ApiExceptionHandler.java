package dev.sextant.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a refused request with its error. */
@Singleton
final class ApiExceptionHandler implements ExceptionHandler<ApiException, HttpResponse<String>> {

    @Override
    @SuppressWarnings("rawtypes") // the interface is
    public HttpResponse<String> handle(HttpRequest request, ApiException refusal) {
        String id = RequestId.of((HttpRequest<?>) request);
        MutableHttpResponse<String> answer = HttpResponse.<String>status(refusal.status())
                .body(ErrorBody.of(refusal.code(), String.valueOf(refusal.getMessage()), refusal.details(), id))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        return switch (refusal.status()) {
            case UNAUTHORIZED -> answer.header("WWW-Authenticate", "Bearer");
            case CONFLICT -> answer.header("Retry-After", "1");
            case SERVICE_UNAVAILABLE -> answer.header("Retry-After", "2");
            default -> answer;
        };
    }

    /** The refusal of a request that the database could not serve. */
    static ApiException unavailable(String message) {
        return ApiException.refused(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", message);
    }
}
