package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.venue.VenueUnavailableException;

/** The venue refuses the key, its rights or the account: nothing more may be sent until a human has looked. */
public final class HaltException extends VenueUnavailableException {

    private static final long serialVersionUID = 1L;

    HaltException(String message) {
        super(message);
    }
}
