package dev.sextant.venues.kraken.trade.socket;

import dev.sextant.domain.venue.Placement;
import dev.sextant.venues.kraken.trade.KrakenOrder;
import dev.sextant.venues.kraken.trade.PlacementClassifier;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Whether an order exists after {@code add_order} or {@code batch_add}. Yes: an answer to this very request with an order
 * id and no other order's id of ours. No: a listed error in answer to this very request. Anything else: don't know. An
 * answer that never comes is the caller's to call unknown, once the deadline and 2 s more have passed.
 */
public final class SocketPlacements {

    private SocketPlacements() {}

    /**
     * What a message says of an order that was sent alone.
     *
     * @param reqId of the request
     * @param signedAtMs venue time of the request
     */
    public static Placement ofOne(KrakenOrder order, long reqId, long signedAtMs, PrivateSocketMessage message) {
        return switch (message) {
            case PrivateSocketMessage.Placed placed
            when answers(placed.reqId(), reqId) -> of(order, signedAtMs, placed.order());
            case PrivateSocketMessage.Refused refused
            when answers(refused.reqId(), reqId) && refused.method().equals("add_order") -> refused(refused.error());
            default -> unknown(message);
        };
    }

    /** What a message says of a batch, order by order; one that can't be told apart leaves all of them unknown. */
    public static List<Placement> ofBatch(
            List<KrakenOrder> orders, long reqId, long signedAtMs, PrivateSocketMessage message) {
        return switch (message) {
            case PrivateSocketMessage.BatchPlaced batch
            when answers(batch.reqId(), reqId) && batch.orders().size() == orders.size() ->
                IntStream.range(0, orders.size())
                        .mapToObj(i ->
                                of(orders.get(i), signedAtMs, batch.orders().get(i)))
                        .toList();
            case PrivateSocketMessage.Refused refused
            when answers(refused.reqId(), reqId) && refused.method().equals("batch_add") ->
                orders.stream().map(_ -> refused(refused.error())).toList();
            default -> orders.stream().map(_ -> unknown(message)).toList();
        };
    }

    private static boolean answers(OptionalLong reqId, long asked) {
        return reqId.isPresent() && reqId.getAsLong() == asked;
    }

    private static Placement of(KrakenOrder order, long signedAtMs, OrderAnswer answer) {
        String named = answer.clientOrderId();
        if (!named.isEmpty() && !named.equals(order.clientOrderId())) {
            return new Placement.Unknown(
                    "the answer is about order '" + named + "', expected " + order.clientOrderId());
        }
        return switch (answer) {
            case OrderAnswer.Taken taken -> PlacementClassifier.accepted(order, taken.orderId(), signedAtMs);
            case OrderAnswer.NotTaken notTaken -> refused(notTaken.error());
        };
    }

    private static Placement refused(String error) {
        return PlacementClassifier.refused(List.of(error), "");
    }

    private static Placement unknown(PrivateSocketMessage message) {
        String what = message instanceof PrivateSocketMessage.Malformed(String reason)
                ? reason
                : message.getClass().getSimpleName();
        return new Placement.Unknown("the message does not answer the order: " + what);
    }
}
