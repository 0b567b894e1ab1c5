package dev.sextant.venues.kraken.trade.socket;

import dev.sextant.venues.kraken.feed.KrakenMessage;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What one message of Kraken's private socket came to. Texts of the venue are cut to 200 characters. */
public sealed interface PrivateSocketMessage {

    /**
     * Changes of orders.
     *
     * @param sequence counts messages; whether by subscription or by connection is not certain
     */
    record Executions(boolean snapshot, OptionalLong sequence, List<Execution> executions)
            implements PrivateSocketMessage {}

    /** Balances: all of them in a snapshot, one for each ledger entry in an update. */
    record Balances(boolean snapshot, OptionalLong sequence, List<BalanceEntry> entries)
            implements PrivateSocketMessage {}

    /** The answer to one new order that was taken. */
    record Placed(OptionalLong reqId, OrderAnswer.Taken order) implements PrivateSocketMessage {}

    /** The answers to a batch of new orders, in the order of the request. */
    record BatchPlaced(OptionalLong reqId, List<OrderAnswer> orders) implements PrivateSocketMessage {}

    /**
     * A cancel was taken; one message comes for each order.
     *
     * @param orderId the venue's id, empty when the answer names ours alone
     * @param clientOrderId ours, empty when the answer names the venue's alone
     */
    record Cancelled(OptionalLong reqId, String orderId, String clientOrderId) implements PrivateSocketMessage {}

    /** All orders are cancelled, this many. */
    record CancelledAll(OptionalLong reqId, int count) implements PrivateSocketMessage {}

    /**
     * The dead man's switch was armed or switched off, as the request asked.
     *
     * @param triggersAtMs when it cancels; empty where the answer has no such time, as may be when it is off
     */
    record SwitchSet(OptionalLong reqId, long currentTimeMs, OptionalLong triggersAtMs)
            implements PrivateSocketMessage {}

    /** A subscription begins; {@code maxRateCount} is the account's threshold of the trading engine's counter. */
    record Subscribed(OptionalLong reqId, String channel, OptionalInt maxRateCount) implements PrivateSocketMessage {}

    /** A request was refused as a whole, with the venue's error. */
    record Refused(OptionalLong reqId, String method, String error) implements PrivateSocketMessage {}

    /** What the public socket has as well: status, heartbeat, pong. */
    record Common(KrakenMessage message) implements PrivateSocketMessage {}

    /** Well-formed, and of a kind nobody here reads. */
    record Unknown(String what) implements PrivateSocketMessage {}

    /** Not what the protocol allows. A message about orders may be lost with it: reconcile. */
    record Malformed(String reason) implements PrivateSocketMessage {}
}
