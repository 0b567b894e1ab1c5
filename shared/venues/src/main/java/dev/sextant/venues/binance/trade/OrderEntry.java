package dev.sextant.venues.binance.trade;

import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.venue.Placement;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.RequestFactory.Method;
import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import java.util.Optional;

/** Places orders: one call, at most one request, whatever comes of it. */
final class OrderEntry {

    private final BinanceTradeSettings settings;
    private final RequestFactory requests;
    private final Transport transport;
    private final RequestBudget budget;
    private final VenueClock clock;
    private final KeyGuard keyGuard;

    OrderEntry(
            BinanceTradeSettings settings,
            RequestFactory requests,
            Transport transport,
            RequestBudget budget,
            VenueClock clock,
            KeyGuard keyGuard) {
        this.settings = settings;
        this.requests = requests;
        this.transport = transport;
        this.budget = budget;
        this.clock = clock;
        this.keyGuard = keyGuard;
    }

    Placement place(OrderRequest order, long signedAtMs) {
        Optional<String> unfit = OrderParameters.refuses(order);
        if (unfit.isPresent()) {
            return new Placement.Rejected(Placement.NOT_SENT, unfit.get(), false, false);
        }
        // Only what adds exposure: whoever holds a position with a bad key must still get out of it.
        String objection = order.reduceOnly() ? "" : keyGuard.standing().objection();
        if (!objection.isEmpty()) {
            return new Placement.Rejected(Placement.NOT_SENT, objection, false, true);
        }
        // Placements weigh nothing per address, they count per account.
        Optional<RequestBudget.Refusal> refusal =
                budget.take(order.reduceOnly() ? Priority.EXIT : Priority.ENTRY, 0, 1);
        if (refusal.isPresent()) {
            boolean halt = refusal.get().halt();
            return new Placement.Rejected(Placement.NOT_SENT, refusal.get().reason(), !halt, halt);
        }
        TransportOutcome outcome = transport.send(requests.signed(
                Method.POST,
                OrderService.of(order.type()).orderPath(),
                OrderParameters.of(order),
                signedAtMs,
                settings.placementWindowMs()));
        if (outcome instanceof Answered answer) {
            learnFrom(answer);
        }
        return PlacementClassifier.classify(order, outcome);
    }

    private void learnFrom(Answered answer) {
        budget.observe(answer);
        if (VenueError.read(answer.body()).map(VenueError::saysClock).orElse(false)) {
            clock.forget();
        }
    }
}
