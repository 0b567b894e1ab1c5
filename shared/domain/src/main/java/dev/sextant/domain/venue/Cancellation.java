package dev.sextant.domain.venue;

/** The answer to a cancel. Never final: only an order report ends an order. */
public sealed interface Cancellation {

    /** The venue took the request. */
    record Accepted() implements Cancellation {}

    /** Nothing open under this id: filled, cancelled before, or never there. Look it up. */
    record NotOpen() implements Cancellation {}

    /** No answer that can be trusted; cancelling again is safe. */
    record Unknown(String reason) implements Cancellation {}
}
