package dev.sextant.venues.binance.market;

/** What one message of a market connection came to. */
public sealed interface Parsed {

    /** News of the market. */
    record Event(MarketEvent event) implements Parsed {}

    /** The venue is about to end this connection: another one is to be opened now. */
    record ShuttingDown() implements Parsed {}

    /** Well-formed and of no use here: an acknowledgement, a kind of event nobody asked for. */
    record Ignored(String what) implements Parsed {}

    /** The venue refused something that was asked of it. */
    record Refused(long code, String message) implements Parsed {}

    /** Not what the protocol allows: dropped and counted, never guessed at. */
    record Malformed(String reason) implements Parsed {}
}
