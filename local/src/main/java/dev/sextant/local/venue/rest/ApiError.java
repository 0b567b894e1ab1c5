package dev.sextant.local.venue.rest;

import dev.sextant.venues.sim.Refusal;

/** An answer that isn't the asked one: HTTP status, Binance's code and text. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final int status;
    private final int code;
    private final long retryAfterSeconds;

    private ApiError(int status, int code, String message, long retryAfterSeconds) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static ApiError badRequest(int code, String message) {
        return new ApiError(BAD_REQUEST, code, message, 0);
    }

    static ApiError unauthorized(int code, String message) {
        return new ApiError(UNAUTHORIZED, code, message, 0);
    }

    static ApiError limited(int status, int code, String message, long retryAfterSeconds) {
        return new ApiError(status, code, message, retryAfterSeconds);
    }

    static ApiError of(int status, int code, String message) {
        return new ApiError(status, code, message, 0);
    }

    static ApiError refused(Refusal refusal) {
        return badRequest(refusal.code(), refusal.text());
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    /** Seconds for the {@code Retry-After} header; 0 for none. */
    long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
