package dev.sextant.ingest.inbox;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.venues.binance.market.MarketEvent;

/** What the market socket tells the ingest. */
public sealed interface Input {

    /** Streams flow from here on; what was before may be missing. */
    record Connected() implements Input {}

    /** The streams stand still. */
    record Lost(String reason) implements Input {}

    /**
     * An event.
     *
     * @param chars length of its message
     * @param receivedAtMs monotonic time of its arrival: for the health page, never for a decision
     */
    record Event(MarketEvent event, int chars, long receivedAtMs) implements Input {}

    /** A message was dropped. */
    record Malformed(String reason) implements Input {}

    /** A message of an account's private stream. */
    record Private(PrivateEvent event) implements Input {}

    /** An account's private stream has shown that it is there. */
    record PrivateAlive(Account account) implements Input {}

    /** An account's private stream is down. */
    record PrivateLost(Account account) implements Input {}
}
