package dev.sextant.venues.kraken.trade;

/** What came of sending one HTTP request once. */
public sealed interface TransportOutcome {

    /** Not one byte of the request left: the venue can't have it. */
    record NotSent(String reason) implements TransportOutcome {}

    /** Some of the request may have left, and no whole answer came back. */
    record Lost(String reason) implements TransportOutcome {}

    /** A whole answer, whatever it says. */
    record Answered(int status, String body) implements TransportOutcome {

        @Override
        public String toString() {
            return "Answered[" + status + ", " + body.length() + " characters]";
        }
    }
}
