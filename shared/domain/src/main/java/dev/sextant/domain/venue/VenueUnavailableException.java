package dev.sextant.domain.venue;

/** A read could not be answered: network, rate limit, malformed body. The caller tries again later; nothing changed. */
public class VenueUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public VenueUnavailableException(String message) {
        super(message);
    }

    public VenueUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
