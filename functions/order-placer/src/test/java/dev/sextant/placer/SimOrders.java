package dev.sextant.placer;

import dev.sextant.domain.money.E8;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueOrder.Status;
import dev.sextant.venues.sim.SimulatedVenue;
import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.order.OrderKey;
import dev.sextant.venues.sim.order.OrderView;
import org.jspecify.annotations.Nullable;

/** The simulated venue's orders in the desk's words, as the adapter translates them. */
final class SimOrders {

    private SimOrders() {}

    static VenueOrder regular(OrderView order) {
        Status status = switch (order.status()) {
            case NEW -> Status.OPEN;
            case PARTIALLY_FILLED -> Status.PARTIALLY_FILLED;
            case FILLED -> Status.FILLED;
            case CANCELED -> Status.CANCELED;
            case EXPIRED -> Status.EXPIRED;
        };
        return new VenueOrder(
                order.symbol(),
                order.clientOrderId(),
                "" + order.orderId(),
                null,
                status,
                new Quantity(E8.toDecimal(order.filledE8())),
                null,
                order.updatedAtMs());
    }

    /** A triggered one is explained by the regular order that executes it. */
    static VenueOrder conditional(SimulatedVenue core, AlgoView algo) {
        Status status = switch (algo.status()) {
            case NEW, TRIGGERING, TRIGGERED, FINISHED -> Status.OPEN;
            case CANCELED -> Status.CANCELED;
            case REJECTED -> Status.REJECTED;
            case EXPIRED -> Status.EXPIRED;
        };
        if (algo.actualOrderId() == 0) {
            return view(algo, null, status, Quantity.ZERO);
        }
        VenueOrder executing = core.queries()
                .order(algo.request().symbol(), new OrderKey.ById(algo.actualOrderId()))
                .map(SimOrders::regular)
                .orElseThrow();
        return view(algo, executing.venueOrderId(), executing.status(), executing.filled());
    }

    private static VenueOrder view(AlgoView algo, @Nullable String executing, Status status, Quantity filled) {
        return new VenueOrder(
                algo.request().symbol(),
                algo.request().clientAlgoId(),
                "" + algo.algoId(),
                executing,
                status,
                filled,
                algo.rejectReason().isEmpty() ? null : algo.rejectReason(),
                algo.updatedAtMs());
    }
}
