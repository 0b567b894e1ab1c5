package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import dev.sextant.venues.binance.trade.TransportOutcome.Lost;
import dev.sextant.venues.binance.trade.TransportOutcome.NotSent;
import java.util.Optional;

/**
 * The one place that decides whether an order exists. Yes: status 200 and an order under our id. No: nothing was sent,
 * or a listed code under a 4xx status. Anything else, any 5xx included: don't know.
 */
final class PlacementClassifier {

    private static final int OK = 200;
    private static final int TIMED_OUT = 408;
    private static final int BANNED = 418;

    private PlacementClassifier() {}

    static Placement classify(OrderRequest request, TransportOutcome outcome) {
        return switch (outcome) {
            case NotSent(String reason) -> new Placement.Rejected(Placement.NOT_SENT, reason, true, false);
            case Lost(String reason) -> new Placement.Unknown(reason);
            case Answered answer when answer.status() == OK -> accepted(request, answer.body());
            case Answered answer -> refused(answer);
        };
    }

    private static Placement accepted(OrderRequest request, String body) {
        try {
            JsonNode json = VenueJson.parse(body);
            VenueOrder order =
                    request.type().conditional() ? ConditionalOrder.read(json).alone() : RegularOrder.read(json);
            if (order.clientOrderId().equals(request.clientOrderId())
                    && order.symbol().equals(request.symbol())) {
                return new Placement.Accepted(order);
            }
            return new Placement.Unknown("the answer is about " + order.symbol() + " order "
                    + VenueJson.shown(order.clientOrderId())
                    + ", expected " + request.symbol() + " order " + request.clientOrderId());
        } catch (MalformedAnswerException e) {
            return new Placement.Unknown("status 200, but " + e.getMessage());
        }
    }

    private static Placement refused(Answered answer) {
        Optional<VenueError> error = VenueError.read(answer.body());
        String said = "status " + answer.status() + ", "
                + error.map(VenueError::toString).orElse("no error code in the body");
        if (error.isEmpty() || answer.status() < 400 || answer.status() >= 500 || answer.status() == TIMED_OUT) {
            return new Placement.Unknown(said);
        }
        VenueError known = error.get();
        return switch (ErrorTable.placement(known)) {
            case REJECTED -> rejected(known, false, answer.status() == BANNED);
            case RETRY_SAFE -> rejected(known, true, answer.status() == BANNED);
            case HALT -> rejected(known, false, true);
            case UNKNOWN, OK -> new Placement.Unknown(said);
        };
    }

    private static Placement rejected(VenueError error, boolean retryable, boolean halt) {
        return new Placement.Rejected(
                Integer.toString(error.code()), VenueJson.shown(error.message()), retryable && !halt, halt);
    }
}
