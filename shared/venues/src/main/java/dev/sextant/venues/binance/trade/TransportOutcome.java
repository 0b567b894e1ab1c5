package dev.sextant.venues.binance.trade;

import java.net.http.HttpHeaders;

/** What came of sending one HTTP request once. */
sealed interface TransportOutcome {

    /** No connection came about, so not one byte of the request left: the venue can't have it. */
    record NotSent(String reason) implements TransportOutcome {}

    /** Some of the request may have left, and no whole answer came back. */
    record Lost(String reason) implements TransportOutcome {}

    /** A whole answer, whatever it says. */
    record Answered(int status, HttpHeaders headers, String body) implements TransportOutcome {}
}
