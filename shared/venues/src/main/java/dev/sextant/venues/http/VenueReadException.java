package dev.sextant.venues.http;

/** A read that gave no value. Always about a read: an order's outcome is never told by this exception. */
public final class VenueReadException extends Exception {

    /** What a caller may do about it. */
    public enum Kind {
        /** No answer, or a 5xx, after the bounded retries: try later. */
        UNREACHABLE,
        /** The rate budget or the venue's Retry-After forbids sending now: try after {@link #retryAfterMs}. */
        THROTTLED,
        /** The venue understood and said no: the request itself is wrong. */
        REFUSED,
        /** HTTP 403 or 451: this address or region may not use the venue. */
        FORBIDDEN,
        /** An answer that does not mean what it should: dropped and counted, never guessed at. */
        MALFORMED
    }

    private final Kind kind;
    private final long retryAfterMs;

    public VenueReadException(Kind kind, String message) {
        this(kind, message, 0);
    }

    /** @param retryAfterMs milliseconds until a new attempt makes sense, 0 when unknown */
    public VenueReadException(Kind kind, String message, long retryAfterMs) {
        super(message);
        this.kind = kind;
        this.retryAfterMs = retryAfterMs;
    }

    public Kind kind() {
        return kind;
    }

    /** Milliseconds until a new attempt makes sense, 0 when unknown. */
    public long retryAfterMs() {
        return retryAfterMs;
    }
}
