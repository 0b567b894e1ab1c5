package dev.sextant.api.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Map;

/** Words the errors that the framework finds by itself. What it knows about the cause never reaches the user. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class ErrorAnswers implements ErrorResponseProcessor<String> {

    @Override
    public MutableHttpResponse<String> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = HttpStatus.valueOf(response.code());
        String body = ErrorBody.of(code(status), message(status), Map.of(), RequestId.of(context.getRequest()));
        return response.body(body).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "bad_request";
            case NOT_FOUND -> "not_found";
            case METHOD_NOT_ALLOWED -> "method_not_allowed";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported_media_type";
            case NOT_ACCEPTABLE -> "not_acceptable";
            default -> status.getCode() < 500 ? "refused" : "internal";
        };
    }

    private static String message(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "the request can't be read";
            case NOT_FOUND -> "there is nothing at this path; the paths are listed in docs/api.md";
            case METHOD_NOT_ALLOWED -> "this method is not possible here, see the Allow header";
            case UNSUPPORTED_MEDIA_TYPE -> "Content-Type must be application/json";
            case NOT_ACCEPTABLE -> "Accept must allow application/json";
            default ->
                status.getCode() < 500
                        ? "the request was refused"
                        : "something went wrong here; the log has it under the request id";
        };
    }
}
