package dev.sextant.api.http;

import io.micronaut.http.HttpStatus;
import java.util.Map;

/** A request that gets an error for an answer. The message is for the user: field, value, what would be right. */
public final class ApiException extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final Map<String, String> details;

    private ApiException(HttpStatus status, String code, String message, Map<String, String> details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    /** A refusal with a code of its own. */
    public static ApiException refused(HttpStatus status, String code, String message) {
        return new ApiException(status, code, message, Map.of());
    }

    /** A value that can't be: 400 with field, value and what was expected. */
    public static ApiException badValue(String field, String value, String expected) {
        String shown = Shown.text(value);
        return new ApiException(
                HttpStatus.BAD_REQUEST,
                "invalid_parameter",
                field + " is '" + shown + "', expected " + expected,
                Map.of("field", field, "value", shown, "expected", expected));
    }

    /** Something that is needed and absent: 400. */
    public static ApiException missing(String field, String expected) {
        return new ApiException(
                HttpStatus.BAD_REQUEST,
                "missing_parameter",
                field + " is missing, expected " + expected,
                Map.of("field", field, "expected", expected));
    }

    /** A well-formed id that names nothing: 404. */
    public static ApiException notFound(String field, String value) {
        String shown = Shown.text(value);
        return new ApiException(
                HttpStatus.NOT_FOUND,
                "not_found",
                field + " '" + shown + "' is unknown",
                Map.of("field", field, "value", shown));
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> details() {
        return details;
    }
}
