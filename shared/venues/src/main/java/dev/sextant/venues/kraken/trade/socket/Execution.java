package dev.sextant.venues.kraken.trade.socket;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Side;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One entry of the channel {@code executions}. Updates are partial: what did not change is left out.
 *
 * @param clientOrderId empty text for an order that has none, no value where it is left out
 * @param orderQty in base
 * @param cumQty executed so far, in base
 * @param trade the execution, for an entry of type {@code trade} that tells it completely
 * @param reason the venue's words, or empty
 * @param timeMicros epoch microseconds
 */
public record Execution(
        String orderId,
        ExecType type,
        Optional<OrderStatus> status,
        Optional<String> clientOrderId,
        Optional<Symbol> symbol,
        Optional<Side> side,
        Optional<BigDecimal> orderQty,
        Optional<BigDecimal> cumQty,
        Optional<ExecutedTrade> trade,
        String reason,
        long timeMicros) {

    /** What happened. */
    public enum ExecType {
        PENDING_NEW,
        NEW,
        /** The only one that is a fill. */
        TRADE,
        /** Says that the order is complete; no fill of its own. */
        FILLED,
        ICEBERG_REFILL,
        CANCELED,
        EXPIRED,
        AMENDED,
        RESTATED,
        STATUS,
        /** A word this reader does not know. */
        OTHER
    }

    /** How the order stands. */
    public enum OrderStatus {
        PENDING_NEW,
        NEW,
        PARTIALLY_FILLED,
        FILLED,
        CANCELED,
        EXPIRED
    }

    /** The end this entry tells of, if it does. */
    Optional<OrderStatus> end() {
        return switch (type) {
            case FILLED -> Optional.of(OrderStatus.FILLED);
            case CANCELED -> Optional.of(OrderStatus.CANCELED);
            case EXPIRED -> Optional.of(OrderStatus.EXPIRED);
            case PENDING_NEW, NEW, TRADE, ICEBERG_REFILL, AMENDED, RESTATED, STATUS, OTHER ->
                status.filter(word ->
                        word == OrderStatus.FILLED || word == OrderStatus.CANCELED || word == OrderStatus.EXPIRED);
        };
    }
}
