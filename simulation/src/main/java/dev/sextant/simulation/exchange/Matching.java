package dev.sextant.simulation.exchange;

import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.simulation.kernel.Kernel;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Fills market orders, at once or in parts, and turns triggered orders into market orders. */
final class Matching {

    private static final int MAX_PARTS = 3;

    private final Kernel kernel;
    private final SimExchange exchange;

    Matching(Kernel kernel, SimExchange exchange) {
        this.kernel = kernel;
        this.exchange = exchange;
    }

    /** Fills an accepted market order; never before its acceptance is on record. */
    void execute(SimOrder order) {
        Habits habits = exchange.habits();
        int parts = kernel.chance(habits.partialFills()) ? (int) kernel.between(2, MAX_PARTS) : 1;
        boolean expires = parts > 1 && kernel.chance(habits.remainderExpires());
        BigDecimal step = exchange.instrument(order.request().symbol()).stepSize();
        BigDecimal each = order.remaining()
                .divide(BigDecimal.valueOf(parts), 12, RoundingMode.DOWN)
                .divideToIntegralValue(step)
                .multiply(step);
        long delayMs = 0;
        for (int i = 1; i <= parts; i++) {
            boolean last = i == parts;
            delayMs += kernel.chance(habits.slowMatching()) ? kernel.between(0, 3_000) : 0;
            if (delayMs == 0) {
                part(order, each, last, expires);
            } else {
                kernel.after(delayMs, () -> part(order, each, last, expires));
            }
        }
    }

    private void part(SimOrder order, BigDecimal each, boolean last, boolean expires) {
        if (!order.isOpen()) {
            return;
        }
        BigDecimal wanted = last && !expires ? order.remaining() : last ? BigDecimal.ZERO : each;
        BigDecimal allowed = order.request().reduceOnly() ? wanted.min(reducible(order)) : wanted;
        if (allowed.signum() > 0) {
            long slip = kernel.between(0, 3) * order.sign();
            exchange.book(order, allowed, exchange.price(order.request().symbol(), slip));
        }
        if (order.isOpen() && (last || allowed.compareTo(wanted) < 0)) {
            order.end(VenueOrder.Status.EXPIRED, "nothing left to fill it with", kernel.nowMs());
            exchange.news().ended(order);
        }
    }

    private BigDecimal reducible(SimOrder order) {
        BigDecimal held = exchange.position(order.request().symbol());
        return held.signum() == -order.sign() ? held.abs() : BigDecimal.ZERO;
    }

    /** A conditional order whose price is reached becomes an ordinary one, or is refused as one. */
    void trigger(SimOrder order) {
        long nowMs = kernel.nowMs();
        kernel.note("triggered " + order.clientOrderId());
        if (reducible(order).signum() == 0 || kernel.chance(exchange.habits().triggerRejected())) {
            order.end(VenueOrder.Status.REJECTED, "refused after its trigger", nowMs);
            exchange.news().ended(order);
            return;
        }
        order.triggered(exchange.nextId(), kernel.chance(0.5), nowMs);
        exchange.news().triggered(order);
        execute(order);
    }
}
