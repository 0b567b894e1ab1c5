package dev.sextant.simulation.store;

import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code execution.orders}. */
final class OrderRow {

    final Wanted intent;
    final long ordinal;
    final long createdAtMs;
    OrderState state;
    final long limitsVersion;
    long version = 1;
    BigDecimal risk;

    @Nullable
    String reasonCode;

    @Nullable
    String reason;

    @Nullable
    String claimToken;

    @Nullable
    Long claimedAtMs;

    @Nullable
    Long unknownSinceMs;

    @Nullable
    Long quarantinedAtMs;

    @Nullable
    Long cancelRequestedAtMs;

    @Nullable
    String venueOrderId;

    @Nullable
    String executingOrderId;

    int notFoundChecks;
    BigDecimal venueFilled = BigDecimal.ZERO;
    BigDecimal filled = BigDecimal.ZERO;
    BigDecimal filledQuote = BigDecimal.ZERO;
    BigDecimal fees = BigDecimal.ZERO;
    long updatedAtMs;

    /** Booked so far; kept for an order of a plan alone. */
    final List<Fill> fills = new ArrayList<>();

    OrderRow(Wanted intent, long ordinal, long createdAtMs, OrderState state, BigDecimal risk, long limitsVersion) {
        this.intent = intent;
        this.ordinal = ordinal;
        this.createdAtMs = createdAtMs;
        this.state = state;
        this.risk = risk;
        this.limitsVersion = limitsVersion;
        this.updatedAtMs = createdAtMs;
    }

    boolean isEntry() {
        return intent.purpose() == Purpose.ENTRY;
    }

    BigDecimal quantity() {
        return intent.request().quantity().value();
    }

    StoredOrder stored() {
        return new StoredOrder(
                intent.id(),
                intent.account(),
                intent.strategy(),
                intent.strategyVersion(),
                intent.sourceId(),
                intent.decisionId(),
                intent.tradeId(),
                intent.purpose(),
                intent.cause(),
                intent.request(),
                intent.referencePrice(),
                intent.plan(),
                state,
                version,
                new Quantity(filled),
                createdAtMs,
                claimedAtMs,
                unknownSinceMs,
                quarantinedAtMs,
                notFoundChecks,
                cancelRequestedAtMs,
                updatedAtMs,
                reasonCode);
    }
}
