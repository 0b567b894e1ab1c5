package dev.sextant.venues.kraken.trade;

/**
 * Sends requests to Kraken's REST host. An implementation sends each at most once, whatever happens (no retry by the
 * HTTP library, no redirect), ends by itself within a bounded time, and throws nothing for a network failure.
 */
@FunctionalInterface
public interface KrakenTransport {

    /**
     * Sends one request and waits for what comes of it.
     *
     * @param written called once when the last byte of the request has been written, or when none will be any more. Until
     *     then no other request of the key is prepared, so an implementation that calls it early breaks the order of
     *     nonces; one that never calls it is taken to have done so when it returns. Several connections may still
     *     deliver out of order: one that must exclude that calls it when the answer is there.
     */
    TransportOutcome send(KrakenRequest request, Runnable written);
}
