package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderLifecycle;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** News of orders: mostly what may come next, at times anything; fills whole, in parts, missing, late, told twice. */
final class ReportDraws {

    private static final List<OrderTrigger> TRIGGERS = List.of(
            OrderTrigger.VENUE_OPEN,
            OrderTrigger.VENUE_PARTIAL,
            OrderTrigger.VENUE_FILLED,
            OrderTrigger.VENUE_FILLED,
            OrderTrigger.VENUE_REJECTED,
            OrderTrigger.VENUE_CANCELED,
            OrderTrigger.VENUE_EXPIRED,
            OrderTrigger.OUTCOME_UNKNOWN,
            OrderTrigger.NOT_FOUND,
            OrderTrigger.QUARANTINE_ENDED);

    private final Situation now;

    ReportDraws(Situation now) {
        this.now = now;
    }

    Optional<OrderOperation.Report> draw() {
        Account account = now.account();
        List<StoredOrder> orders = now.orders(account);
        List<StoredOrder> sent = orders.stream()
                .filter(order -> order.claimedAtMs() != null && !order.state().isFinal())
                .toList();
        if (orders.isEmpty() || (sent.isEmpty() && now.chance(75))) {
            return Optional.empty();
        }
        StoredOrder order = now.pick(sent.isEmpty() || now.chance(12) ? orders : sent);
        return Optional.of(new OrderOperation.Report(account, report(order)));
    }

    private OrderReport report(StoredOrder order) {
        OrderTrigger trigger = now.chance(10) ? null : trigger(order);
        List<Fill> fills = brings(trigger) ? fills(order, trigger) : List.of();
        BigDecimal told = order.filled().value().add(sum(fills));
        boolean more = now.chance(10);
        boolean coded = now.chance(20);
        OrderReport report = new OrderReport(
                order.id(),
                now.pick(List.of("placer", "reconciler", "stream")),
                trigger,
                now.chance(80) ? "v" + order.id().hex().substring(0, 6) : null,
                now.chance(5) ? "x" + order.id().hex().substring(0, 6) : null,
                new Quantity(more ? told.add(new BigDecimal("0.5")) : told),
                fills,
                coded ? "-2022" : null,
                coded ? "ReduceOnly Order is rejected." : null,
                now.nowMs - (now.chance(5) ? now.between(0, 90_000) : 0));
        return now.chance(1) ? report.halting() : report;
    }

    private OrderTrigger trigger(StoredOrder order) {
        OrderState state = order.state();
        if (order.purpose() != Purpose.ENTRY && now.chance(40)) {
            return OrderTrigger.VENUE_FILLED;
        }
        if (now.chance(35) && (state == OrderState.UNKNOWN || state == OrderState.QUARANTINED)) {
            return state == OrderState.UNKNOWN ? OrderTrigger.NOT_FOUND : OrderTrigger.QUARANTINE_ENDED;
        }
        List<OrderTrigger> next = TRIGGERS.stream()
                .filter(trigger -> OrderLifecycle.next(state, trigger).isPresent())
                .toList();
        return now.pick(next.isEmpty() || now.chance(15) ? TRIGGERS : next);
    }

    private boolean brings(@Nullable OrderTrigger trigger) {
        boolean news = trigger == null || trigger == OrderTrigger.VENUE_PARTIAL || trigger == OrderTrigger.VENUE_FILLED;
        return now.chance(news ? 90 : 12);
    }

    private List<Fill> fills(StoredOrder order, @Nullable OrderTrigger trigger) {
        List<Fill> fills = new ArrayList<>();
        BigDecimal rest = order.remaining().value();
        if (trigger == OrderTrigger.VENUE_FILLED && rest.signum() > 0 && now.chance(80)) {
            fills.add(fill(order, rest));
        } else {
            for (long i = now.between(0, 2); i >= 0; i--) {
                BigDecimal part = now.chance(3) ? new BigDecimal("0.0000003") : now.steps("0.5", 1, 3);
                rest = rest.subtract(part);
                if (rest.signum() >= 0 || now.chance(5)) {
                    fills.add(fill(order, part));
                }
            }
        }
        if (now.chance(15)) {
            toldBefore(order).ifPresent(fills::add);
        }
        return fills;
    }

    /** A fill that was told already, perhaps of another order, or of the other account: two of ours may have traded with each other. */
    private Optional<Fill> toldBefore(StoredOrder order) {
        List<Fill> told = now.fills.stream()
                .filter(fill -> fill.symbol().equals(order.symbol()))
                .toList();
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(now.pick(told.subList(Math.max(0, told.size() - 4), told.size())));
    }

    private Fill fill(StoredOrder order, BigDecimal quantity) {
        Fill fill = new Fill(
                order.symbol(),
                String.valueOf(now.number()),
                "v" + order.id().hex().substring(0, 6),
                order.request().side(),
                new Price(now.steps("0.1", 930, 1_070)),
                new Quantity(quantity),
                fee(),
                now.chance(4) ? "BNB" : "USDT",
                now.chance(30),
                now.nowMs - (now.chance(5) ? now.between(0, 600_000) : now.between(0, 2_000)));
        now.fills.add(fill);
        return fill;
    }

    private BigDecimal fee() {
        return now.chance(20) ? BigDecimal.ZERO : now.steps("0.0031", now.chance(10) ? -9 : 1, 90);
    }

    private static BigDecimal sum(List<Fill> fills) {
        return fills.stream().map(fill -> fill.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
