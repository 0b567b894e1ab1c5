package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.Wire;
import dev.sextant.venues.kraken.trade.TransportOutcome.Answered;
import dev.sextant.venues.kraken.trade.TransportOutcome.Lost;
import dev.sextant.venues.kraken.trade.TransportOutcome.NotSent;
import java.util.List;

/**
 * The one place that decides whether an order exists after {@code AddOrder}. Yes: status 200, no error and one
 * transaction id. No: nothing was sent, or listed errors alone, under 200 or a 4xx that is not 408. Anything else, any
 * 5xx and a 4xx without Kraken's own words included: don't know.
 */
public final class PlacementClassifier {

    private static final int OK = 200;
    private static final int TIMED_OUT = 408;

    private PlacementClassifier() {}

    /** @param signedAtMs venue time; the answer has none, and the order can't be older */
    static Placement classify(KrakenOrder order, long signedAtMs, TransportOutcome outcome) {
        return switch (outcome) {
            case NotSent(String reason) -> new Placement.Rejected(Placement.NOT_SENT, reason, true, false);
            case Lost(String reason) -> new Placement.Unknown(reason);
            case Answered answer -> answered(order, signedAtMs, answer);
        };
    }

    private static Placement answered(KrakenOrder order, long signedAtMs, Answered answer) {
        int status = answer.status();
        boolean clear = status == OK || (status >= 400 && status < 500 && status != TIMED_OUT);
        String said = "status " + status + ", ";
        return switch (RestAnswer.read(answer.body())) {
            case RestAnswer.Refused refused when clear -> refused(refused.errors(), said);
            case RestAnswer.Refused refused -> new Placement.Unknown(said + refused.words());
            case RestAnswer.Result result when status == OK -> accepted(order, signedAtMs, result.result());
            case RestAnswer.Result _ -> new Placement.Unknown(said + "yet a result");
            case RestAnswer.Unreadable(String reason) -> new Placement.Unknown(said + "and the answer: " + reason);
        };
    }

    /** What errors mean for a placement, over REST or the socket. */
    public static Placement refused(List<String> errors, String said) {
        String words = Wire.shown(String.join(", ", errors));
        String code = Wire.shown(errors.getFirst());
        return switch (KrakenErrors.of(KrakenErrors.Kind.PLACEMENT, errors)) {
            case REJECTED -> new Placement.Rejected(code, words, false, false);
            case RETRY_SAFE -> new Placement.Rejected(code, words, true, false);
            case HALT -> new Placement.Rejected(code, words, false, true);
            case UNKNOWN -> new Placement.Unknown(said + words);
        };
    }

    private static Placement accepted(KrakenOrder order, long signedAtMs, JsonFields result) {
        try {
            List<String> ids = result.texts("txid");
            if (ids.size() != 1) {
                return new Placement.Unknown("status 200 with " + ids.size() + " transaction ids, expected one");
            }
            return accepted(order, VenueId.required("txid", ids.getFirst()), signedAtMs);
        } catch (MalformedJson e) {
            return new Placement.Unknown("status 200, but " + e.getMessage());
        }
    }

    /** Accepted says no more than that the venue has it: fills are told by the stream or by asking. */
    public static Placement accepted(KrakenOrder order, String venueOrderId, long atMs) {
        return new Placement.Accepted(new VenueOrder(
                order.pair(),
                order.clientOrderId(),
                venueOrderId,
                null,
                VenueOrder.Status.OPEN,
                Quantity.ZERO,
                null,
                atMs));
    }
}
