package dev.sextant.venues.kraken.trade.socket;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.venues.kraken.trade.socket.Execution.OrderStatus;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One order, put together from partial entries. Quantities only grow, an end is never taken back, and a fill counts once,
 * whatever the order or the number of times in which entries come.
 */
final class FoldedOrder {

    private static final long MICROS_PER_MS = 1_000;

    private final String orderId;
    private final Set<String> execIds = new HashSet<>();
    private String clientOrderId = "";
    private @Nullable Symbol symbol;
    private @Nullable Side side;
    private @Nullable BigDecimal orderQty;
    private long orderQtyMicros;
    private BigDecimal cumQty = BigDecimal.ZERO;
    private BigDecimal filledQty = BigDecimal.ZERO;
    private BigDecimal toldMissing = BigDecimal.ZERO;
    private @Nullable OrderStatus end;
    private String reason = "";
    private long changedMicros;

    FoldedOrder(String orderId) {
        this.orderId = orderId;
    }

    boolean ended() {
        return end != null;
    }

    /** Takes an entry; the fill in it, if it is one that was not told before. */
    Optional<Fill> take(Execution entry) {
        entry.clientOrderId().filter(id -> !id.isEmpty()).ifPresent(id -> clientOrderId = id);
        symbol = symbol == null ? entry.symbol().orElse(null) : symbol;
        side = side == null ? entry.side().orElse(null) : side;
        if (entry.orderQty().isPresent() && entry.timeMicros() >= orderQtyMicros) {
            orderQty = entry.orderQty().get();
            orderQtyMicros = entry.timeMicros();
        }
        Optional<Fill> fill = entry.trade().flatMap(trade -> fill(trade, entry.timeMicros()));
        cumQty = cumQty.max(entry.cumQty().orElse(BigDecimal.ZERO)).max(filledQty);
        if (end == null) {
            end = entry.end().orElse(null);
        }
        reason = entry.reason().isEmpty() ? reason : entry.reason();
        changedMicros = Math.max(changedMicros, entry.timeMicros());
        return fill;
    }

    private Optional<Fill> fill(ExecutedTrade trade, long timeMicros) {
        Symbol ofPair = symbol;
        Side ofSide = side;
        if (ofPair == null || ofSide == null || !execIds.add(trade.execId())) {
            return Optional.empty();
        }
        filledQty = filledQty.add(trade.quantity().value());
        String quote = ofPair.name().substring(ofPair.name().indexOf('/') + 1);
        return Optional.of(new Fill(
                ofPair,
                trade.execId(),
                orderId,
                ofSide,
                trade.price(),
                trade.quantity(),
                trade.fee(),
                trade.feeAsset().isEmpty() ? quote : trade.feeAsset(),
                trade.maker(),
                timeMicros / MICROS_PER_MS));
    }

    /** The order as it stands; nothing while its beginning is not known. */
    Optional<VenueOrder> order() {
        Symbol ofPair = symbol;
        if (ofPair == null || side == null) {
            return Optional.empty();
        }
        return Optional.of(new VenueOrder(
                ofPair,
                clientOrderId,
                orderId,
                null,
                status(),
                new Quantity(cumQty),
                reason.isEmpty() ? null : reason,
                changedMicros / MICROS_PER_MS));
    }

    /** Filled takes both: the event that ends it and all of it executed. What is short of one is filled in part. */
    private VenueOrder.Status status() {
        return switch (disagrees() ? null : end) {
            case FILLED -> VenueOrder.Status.FILLED;
            case CANCELED -> VenueOrder.Status.CANCELED;
            case EXPIRED -> VenueOrder.Status.EXPIRED;
            case null, default -> cumQty.signum() > 0 ? VenueOrder.Status.PARTIALLY_FILLED : VenueOrder.Status.OPEN;
        };
    }

    private boolean disagrees() {
        BigDecimal ordered = orderQty;
        return (end == OrderStatus.FILLED && (ordered == null || cumQty.compareTo(ordered) != 0))
                || (ordered != null && cumQty.compareTo(ordered) > 0);
    }

    /** Why REST must be asked about this order, if it must. What was told once is told again only when it grows. */
    Optional<String> doubt() {
        if (symbol == null || side == null) {
            return Optional.of("order " + orderId + " is told of without its beginning");
        }
        if (disagrees()) {
            return Optional.of("order " + orderId + " has " + cumQty.toPlainString() + " executed of "
                    + (orderQty == null ? "an unknown quantity" : orderQty.toPlainString()) + " and end " + end);
        }
        BigDecimal missing = cumQty.subtract(filledQty);
        if (missing.compareTo(toldMissing) <= 0) {
            return Optional.empty();
        }
        toldMissing = missing;
        return Optional.of("order " + orderId + " has " + missing.toPlainString() + " executed that no fill tells of");
    }
}
