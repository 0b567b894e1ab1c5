package dev.sextant.ingest.indicator;

import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.MarketEvent.ForcedOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds up the forced orders between two ticks. The venue tells only the largest of a second, so this is an observed
 * sample. The same order told twice (by overlapping connections) counts once.
 */
public final class LiquidationTally {

    private final Map<Symbol, Set<ForcedOrder>> seen = new TreeMap<>();
    private final Set<ForcedOrder> before = new HashSet<>();
    private final boolean synthetic;

    /** @param synthetic whether the venue makes them up */
    public LiquidationTally(boolean synthetic) {
        this.synthetic = synthetic;
    }

    public void add(ForcedOrder order) {
        if (!before.contains(order)) {
            seen.computeIfAbsent(order.symbol(), symbol -> new LinkedHashSet<>())
                    .add(order);
        }
    }

    /** The orders of the time up to a tick, then their sums by symbol, and a fresh start. */
    public List<MarketRecord> take(long tickMs) {
        List<MarketRecord> records = new ArrayList<>();
        seen.values().forEach(orders -> orders.forEach(order -> records.add(liquidation(order))));
        seen.forEach((symbol, orders) -> records.add(new IndicatorReading(
                symbol,
                IndicatorType.LIQUIDATION,
                tickMs,
                tickMs,
                Map.of("long_notional", notional(orders, true), "short_notional", notional(orders, false)),
                synthetic)));
        before.clear();
        seen.values().forEach(before::addAll);
        seen.clear();
        return records;
    }

    private Liquidation liquidation(ForcedOrder order) {
        return new Liquidation(
                order.symbol(),
                order.longLiquidated(),
                order.filledQtyE8(),
                order.averagePriceE8(),
                order.tradeTimeMs(),
                synthetic);
    }

    private static BigDecimal notional(Set<ForcedOrder> orders, boolean longs) {
        return orders.stream()
                .filter(order -> order.longLiquidated() == longs)
                .map(ForcedOrder::notional)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
