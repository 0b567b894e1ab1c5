package dev.sextant.local.desk;

import dev.sextant.local.doctor.Place;
import dev.sextant.local.venue.PaperVenue;
import dev.sextant.local.venue.rest.ApiKey;
import dev.sextant.venues.binance.mode.TradingMode;
import java.net.URI;
import java.util.Map;

/**
 * How the order path gets at its venue.
 *
 * @param environment what the functions find in theirs on AWS; holds a secret
 * @param privateStreams base of the account's private stream
 */
record VenueAccess(Map<String, String> environment, URI privateStreams) {

    VenueAccess {
        environment = Map.copyOf(environment);
    }

    static VenueAccess paper(PaperVenue venue, ApiKey key) {
        return new VenueAccess(
                Map.of(
                        TradingMode.VARIABLE,
                        TradingMode.PAPER.word(),
                        "SEXTANT_VENUE_REST",
                        venue.httpUri().toString(),
                        "SEXTANT_VENUE_CLOCK",
                        "venue",
                        "SEXTANT_VENUE_API_KEY",
                        key.key(),
                        "SEXTANT_VENUE_API_SECRET",
                        key.secret()),
                venue.wsUri());
    }

    static VenueAccess exchange(Place place) {
        return new VenueAccess(place.environment(), place.endpoints().webSocket());
    }

    @Override
    public String toString() {
        return "VenueAccess[" + environment.get("SEXTANT_VENUE_REST") + "]";
    }
}
