package dev.sextant.simulation.spot;

import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.venue.VenueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order that the exchange has accepted, with everything it ever looked like. */
public final class SpotOrder {

    private record Look(long atMs, VenueOrder order) {}

    private final OrderRequest request;
    private final String venueOrderId;
    private final long visibleFromMs;
    private final List<Look> looks = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private Quantity filled = Quantity.ZERO;

    SpotOrder(OrderRequest request, String venueOrderId, long acceptedAtMs, long visibleFromMs) {
        this.request = request;
        this.venueOrderId = venueOrderId;
        this.visibleFromMs = visibleFromMs;
        become(VenueOrder.Status.OPEN, acceptedAtMs);
    }

    public OrderRequest request() {
        return request;
    }

    String venueOrderId() {
        return venueOrderId;
    }

    public Quantity filled() {
        return filled;
    }

    public List<Fill> fills() {
        return List.copyOf(fills);
    }

    void add(Fill fill) {
        fills.add(fill);
        filled = filled.plus(fill.quantity());
    }

    void become(VenueOrder.Status status, long atMs) {
        looks.add(new Look(
                atMs,
                new VenueOrder(
                        request.symbol(), request.clientOrderId(), venueOrderId, null, status, filled, null, atMs)));
    }

    VenueOrder now() {
        return looks.getLast().order();
    }

    boolean isOpen() {
        VenueOrder.Status status = now().status();
        return status == VenueOrder.Status.OPEN || status == VenueOrder.Status.PARTIALLY_FILLED;
    }

    boolean isVisibleAt(long nowMs) {
        return nowMs >= visibleFromMs;
    }

    /** As it was at a moment; empty when it was not there yet. */
    Optional<VenueOrder> at(long momentMs) {
        return looks.reversed().stream()
                .filter(look -> look.atMs() <= momentMs)
                .map(Look::order)
                .findFirst();
    }
}
