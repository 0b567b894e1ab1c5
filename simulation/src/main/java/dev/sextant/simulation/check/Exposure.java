package dev.sextant.simulation.check;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.simulation.exchange.SimOrder;
import dev.sextant.simulation.store.ModelStore;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What is open against the limits, judged by what the exchange holds, not by what the store believes. */
final class Exposure {

    /** How much worse than its reference price an order may fill before exposure counts as exceeded. */
    private static final BigDecimal SLIPPAGE = new BigDecimal("1.05");

    private final ModelStore store;
    private final Collection<SimOrder> accepted;
    private final Map<String, BigDecimal> adopted = new HashMap<>();

    /** @param accepted every order that the exchange has accepted, as it grows */
    Exposure(ModelStore store, Collection<SimOrder> accepted) {
        this.store = store;
        this.accepted = accepted;
    }

    void check(StoredOrder entry) {
        Map<Symbol, BigDecimal> held = new HashMap<>();
        for (SimOrder order : accepted) {
            StoredOrder intent = store.byClientId(order.clientOrderId()).orElseThrow();
            if (intent.purpose() == Purpose.ENTRY) {
                BigDecimal open = order.isOpen() ? order.request().quantity().value() : order.filled();
                BigDecimal left = open.subtract(closedOf(intent.tradeId()));
                if (left.signum() > 0) {
                    held.merge(intent.symbol(), left.multiply(intent.referencePrice()), BigDecimal::add);
                }
            }
        }
        BigDecimal total = held.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal allowed = store.firstLimits().maxTotalNotional().multiply(SLIPPAGE);
        Violation.when(
                total.compareTo(allowed) > 0,
                "D1",
                "exposure " + total.toPlainString() + " with " + entry.symbol() + ", limit " + allowed.toPlainString());
        BigDecimal one = held.getOrDefault(entry.symbol(), BigDecimal.ZERO);
        BigDecimal allowedOne = store.firstLimits().maxSymbolNotional().multiply(SLIPPAGE);
        Violation.when(one.compareTo(allowedOne) > 0, "D1", entry.symbol() + " exposed to " + one.toPlainString());
        int most = store.firstLimits().maxPositions();
        Violation.when(held.size() > most, "D1", held.size() + " positions, limit " + most);
    }

    /** Somebody else's order was booked as the close of a trade. */
    void adopted(OrderIntent intent) {
        adopted.merge(intent.tradeId(), intent.request().quantity().value(), BigDecimal::add);
    }

    private BigDecimal closedOf(String tradeId) {
        return accepted.stream()
                .filter(order -> store.byClientId(order.clientOrderId())
                        .filter(intent -> intent.tradeId().equals(tradeId) && intent.purpose() != Purpose.ENTRY)
                        .isPresent())
                .map(SimOrder::filled)
                .reduce(adopted.getOrDefault(tradeId, BigDecimal.ZERO), BigDecimal::add);
    }
}
