package dev.sextant.simulation.store;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.venue.VenueOrder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of {@code ops.external_orders}: an order at the venue that is not the desk's. */
final class ExternalRow {

    final Symbol symbol;
    final String venueOrderId;
    final String clientOrderId;
    final String kind;
    final long firstSeenAtMs;
    VenueOrder.Status status;
    BigDecimal filled;
    long changedAtMs;

    ExternalRow(VenueOrder order, String kind) {
        this.symbol = order.symbol();
        this.venueOrderId = order.venueOrderId();
        this.clientOrderId = order.clientOrderId();
        this.kind = kind;
        this.firstSeenAtMs = order.updatedAtMs();
        this.status = order.status();
        this.filled = order.filled().value();
        this.changedAtMs = order.updatedAtMs();
    }

    /** A late message changes nothing. */
    void changed(VenueOrder order) {
        if (order.updatedAtMs() >= changedAtMs && order.filled().value().compareTo(filled) >= 0) {
            status = order.status();
            filled = order.filled().value();
            changedAtMs = order.updatedAtMs();
        }
    }

    /** What it filled in all, or null while it may go on. */
    @Nullable
    Quantity whole() {
        boolean over = status != VenueOrder.Status.OPEN && status != VenueOrder.Status.PARTIALLY_FILLED;
        return over ? new Quantity(filled) : null;
    }

    /** Whether the venue itself ended or cut a position by it. */
    boolean byVenue() {
        return kind.equals("liquidation") || kind.equals("adl") || kind.equals("settlement");
    }
}
