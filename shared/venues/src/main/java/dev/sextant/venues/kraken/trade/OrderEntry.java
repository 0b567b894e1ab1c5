package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.venue.Placement;
import dev.sextant.venues.kraken.trade.TransportOutcome.Answered;
import java.util.Optional;

/** Places orders: one call, at most one request, whatever comes of it. */
final class OrderEntry {

    private static final int OK = 200;

    private final KrakenTradeSettings settings;
    private final KrakenNames names;
    private final SerialSender sender;

    OrderEntry(KrakenTradeSettings settings, KrakenNames names, SerialSender sender) {
        this.settings = settings;
        this.names = names;
        this.sender = sender;
    }

    Placement place(KrakenOrder order, long signedAtMs) {
        Optional<AssetPair> pair = names.pair(order.pair());
        return pair.isEmpty()
                ? new Placement.Rejected(Placement.NOT_SENT, "Kraken lists no pair " + order.pair(), false, false)
                : PlacementClassifier.classify(
                        order, signedAtMs, sender.send(call(order, pair.get(), signedAtMs, false)));
    }

    DryRun check(KrakenOrder order, long signedAtMs) {
        AssetPair pair = names.required(order.pair());
        return switch (sender.send(call(order, pair, signedAtMs, true))) {
            case TransportOutcome.NotSent(String reason) -> new DryRun.Unanswered(reason);
            case TransportOutcome.Lost(String reason) -> new DryRun.Unanswered(reason);
            case Answered answer -> checked(answer);
        };
    }

    private static DryRun checked(Answered answer) {
        return switch (RestAnswer.read(answer.body())) {
            case RestAnswer.Result result
            when result.result().has("txid") ->
                new DryRun.Unanswered("only a check was asked for, yet the answer names an order: look for it");
            case RestAnswer.Result _ when answer.status() == OK -> new DryRun.Passed();
            case RestAnswer.Result _ -> new DryRun.Unanswered("status " + answer.status() + ", yet a result");
            case RestAnswer.Refused refused -> new DryRun.Refused(refused.words());
            case RestAnswer.Unreadable(String reason) ->
                new DryRun.Unanswered("status " + answer.status() + ", and the answer: " + reason);
        };
    }

    private KrakenCall call(KrakenOrder order, AssetPair pair, long signedAtMs, boolean validate) {
        return Calls.addOrder(order, pair, signedAtMs + settings.placementLifeMs(), validate);
    }
}
