package dev.sextant.venues.binance.trade;

import dev.sextant.domain.venue.VenueUnavailableException;

/** Where the rights of the key in use can be asked. */
@FunctionalInterface
public interface KeyRightsSource {

    /** @throws VenueUnavailableException when they can't be read, in whole or in part; that is not a pass */
    KeyRights rights() throws VenueUnavailableException;
}
