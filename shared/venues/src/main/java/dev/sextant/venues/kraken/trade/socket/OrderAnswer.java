package dev.sextant.venues.kraken.trade.socket;

import java.util.List;

/** What became of one order of a request. */
public sealed interface OrderAnswer {

    /** Our id as the answer repeats it, empty where it does not. */
    String clientOrderId();

    /** Accepted, which is not filled. */
    record Taken(String orderId, String clientOrderId, List<String> warnings) implements OrderAnswer {}

    /** An error in its place. */
    record NotTaken(String error, String clientOrderId) implements OrderAnswer {}
}
