package dev.sextant.placer;

import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderLifecycle;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.StoredOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One intent of {@link MemoryOrders}: the row of {@code execution.orders}, moved by the declared table alone. */
final class MemoryOrder {

    final OrderIntent intent;
    final Map<String, Fill> fills = new LinkedHashMap<>();
    final List<OrderState> states = new ArrayList<>(List.of(OrderState.APPROVED));
    private final long createdAtMs;
    private Quantity venueFilled = Quantity.ZERO;

    @Nullable
    private String token;

    @Nullable
    private Long claimedAtMs;

    @Nullable
    private Long unknownSinceMs;

    @Nullable
    private Long cancelRequestedAtMs;

    private long updatedAtMs;

    @Nullable
    private String reasonCode;

    MemoryOrder(OrderIntent intent, long createdAtMs) {
        this.intent = intent;
        this.createdAtMs = createdAtMs;
        this.updatedAtMs = createdAtMs;
    }

    OrderState state() {
        return states.getLast();
    }

    Quantity filled() {
        return fills.values().stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    boolean claim(String byToken, long nowMs) {
        if (state() == OrderState.SENDING) {
            return byToken.equals(token);
        }
        if (state() != OrderState.APPROVED) {
            return false;
        }
        token = byToken;
        claimedAtMs = nowMs;
        return move(OrderTrigger.CLAIMED, nowMs);
    }

    void expireUnsent(long nowMs) {
        move(OrderTrigger.EXPIRED_UNSENT, nowMs);
    }

    boolean requestCancel(long nowMs) {
        if (state().isFinal()) {
            return false;
        }
        cancelRequestedAtMs = nowMs;
        return true;
    }

    int book(List<Fill> news) {
        return (int) news.stream()
                .filter(fill -> fills.putIfAbsent(fill.tradeId(), fill) == null)
                .count();
    }

    /** The rules of {@code execution.report}: an order ends only once every fill the venue speaks of is booked. */
    boolean learn(OrderReport report, int fresh) {
        venueFilled = max(venueFilled, max(report.venueFilled(), filled()));
        Optional<OrderTrigger> trigger = meaning(report.trigger(), fresh);
        reasonCode = report.reasonCode() == null ? reasonCode : report.reasonCode();
        boolean stale = trigger.filter(OrderTrigger.VENUE_PARTIAL::equals).isPresent()
                && state() == OrderState.PARTIALLY_FILLED
                && fresh == 0;
        return !stale && trigger.filter(what -> move(what, report.atMs())).isPresent();
    }

    private Optional<OrderTrigger> meaning(@Nullable OrderTrigger told, int fresh) {
        OrderTrigger trigger = told;
        boolean outstanding = filled().compareTo(venueFilled) < 0;
        if (filled().compareTo(intent.request().quantity()) >= 0) {
            trigger = OrderTrigger.VENUE_FILLED;
        } else if (trigger == OrderTrigger.VENUE_FILLED
                || (outstanding && (trigger == OrderTrigger.VENUE_CANCELED || trigger == OrderTrigger.VENUE_EXPIRED))) {
            trigger = OrderTrigger.VENUE_OPEN;
        }
        if (trigger == OrderTrigger.VENUE_OPEN
                || trigger == OrderTrigger.VENUE_PARTIAL
                || (trigger == null && fresh > 0)) {
            trigger = filled().isZero() ? OrderTrigger.VENUE_OPEN : OrderTrigger.VENUE_PARTIAL;
        }
        return Optional.ofNullable(trigger);
    }

    private boolean move(OrderTrigger trigger, long nowMs) {
        Optional<OrderState> next = OrderLifecycle.next(state(), trigger);
        next.ifPresent(states::add);
        updatedAtMs = next.isPresent() ? nowMs : updatedAtMs;
        if (trigger == OrderTrigger.OUTCOME_UNKNOWN && next.isPresent()) {
            unknownSinceMs = nowMs;
        }
        return next.isPresent();
    }

    private static Quantity max(Quantity one, Quantity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    BigDecimal quote() {
        return fills.values().stream()
                .map(fill -> fill.quantity().notionalAt(fill.price()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
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
                state(),
                states.size(),
                filled(),
                createdAtMs,
                claimedAtMs,
                unknownSinceMs,
                null,
                0,
                cancelRequestedAtMs,
                updatedAtMs,
                reasonCode);
    }

    /** For example {@code STOP SELL 0.5 at 61760 OPEN}. */
    @Override
    public String toString() {
        String trigger = intent.request().triggerPrice() == null
                ? ""
                : " at " + intent.request().triggerPrice();
        String canceling = cancelRequestedAtMs != null && !state().isFinal() ? ", canceling" : "";
        return intent.purpose() + " " + intent.request().side() + " "
                + intent.request().quantity() + trigger + " " + state() + canceling;
    }
}
