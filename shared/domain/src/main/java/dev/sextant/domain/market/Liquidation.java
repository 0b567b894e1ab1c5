package dev.sextant.domain.market;

import java.math.BigDecimal;

/**
 * A forced order as the venue told of it. Binance tells at most the largest of each second and symbol: a sample, never a
 * total. Travels on the {@code market} stream and is stored in {@code market.liquidation_events}; all fields together are
 * its key, for the venue gives it no id.
 *
 * @param longLiquidated true when a long position was closed (the order sold)
 * @param qtyE8 filled so far, units of 10⁻⁸, positive
 * @param averagePriceE8 average fill price, units of 10⁻⁸, positive
 * @param filledAtMs the venue's time of the order, epoch milliseconds
 * @param synthetic true when a generator made it
 */
public record Liquidation(
        Symbol symbol, boolean longLiquidated, long qtyE8, long averagePriceE8, long filledAtMs, boolean synthetic)
        implements MarketRecord {

    public Liquidation {
        if (qtyE8 <= 0 || averagePriceE8 <= 0) {
            throw new IllegalArgumentException("a liquidation of " + symbol + " has quantity " + qtyE8 + " and price "
                    + averagePriceE8 + " (in 1e-8), expected both above 0");
        }
    }

    /** Quantity × average price, exact, quote units. */
    public BigDecimal notional() {
        return BigDecimal.valueOf(qtyE8, 8).multiply(BigDecimal.valueOf(averagePriceE8, 8));
    }
}
