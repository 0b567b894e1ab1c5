package dev.sextant.venues.binance.trade;

import dev.sextant.domain.venue.VenueUnavailableException;

/** The venue knows the key or its signature and says no: asking again is pointless until somebody mends it. */
public final class KeyRefusedException extends VenueUnavailableException {

    private static final long serialVersionUID = 1L;

    private final int code;

    KeyRefusedException(String message, int code) {
        super(message);
        this.code = code;
    }

    /** The venue's code: −1022 a wrong signature, −2014 no form of a key, −2015 unknown key, address or missing right. */
    public int code() {
        return code;
    }
}
