package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;

/** The definite answer to a read or a cancel. */
sealed interface Reply {

    /** What was asked for. */
    record Body(JsonNode json) implements Reply {}

    /** The venue refused the request, and would again. */
    record Refused(VenueError error) implements Reply {}
}
