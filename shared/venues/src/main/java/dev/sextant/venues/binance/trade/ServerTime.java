package dev.sextant.venues.binance.trade;

import dev.sextant.domain.venue.VenueUnavailableException;

/** Asks the venue for its time, once. */
@FunctionalInterface
interface ServerTime {

    long askMs() throws VenueUnavailableException;
}
