package dev.sextant.venues.kraken.trade;

import dev.sextant.venues.http.JsonFields;

/** The definite answer to a read or a cancel. */
sealed interface Reply {

    /** What was asked for. */
    record Result(JsonFields json) implements Reply {}

    /** The venue refused the request, and would again. */
    record Refused(RestAnswer.Refused errors) implements Reply {}
}
