package dev.sextant.simulation.store;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.IntentId;
import dev.sextant.reconciler.Adoptions;
import org.jspecify.annotations.Nullable;

/** A row of {@code ops.adoptions}. */
final class AdoptionRow {

    final long id;
    final Symbol symbol;
    final String venueOrderId;
    final String kind;
    final String askedBy;
    final String reason;

    @Nullable
    Long doneAtMs;

    @Nullable
    IntentId intentId;

    AdoptionRow(long id, Symbol symbol, String venueOrderId, String kind, String askedBy, String reason) {
        this.id = id;
        this.symbol = symbol;
        this.venueOrderId = venueOrderId;
        this.kind = kind;
        this.askedBy = askedBy;
        this.reason = reason;
    }

    /** @param whole what the order is known to have filled in all */
    Adoptions.Wanted wanted(@Nullable Quantity whole) {
        return new Adoptions.Wanted(id, symbol, venueOrderId, kind, askedBy, reason, whole);
    }
}
