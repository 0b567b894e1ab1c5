package dev.sextant.venues.sim.event;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.instrument.Quote;

/**
 * A one-way position at one moment.
 *
 * @param qtyE8 signed base quantity, units of 10⁻⁸; 0 is flat
 * @param costE8 signed quote amount paid for it, units of 10⁻⁸: quantity × average entry price
 * @param realizedE8 profit realised on the symbol so far, before fees
 * @param updatedAtMs event time of its last fill; 0 before the first
 */
public record PositionView(Symbol symbol, long qtyE8, long costE8, long realizedE8, long updatedAtMs) {

    /** Average entry price, units of 10⁻⁸, rounded half even; 0 when flat. */
    public long entryPriceE8() {
        return qtyE8 == 0 ? 0 : Quote.averagePriceE8(costE8, qtyE8);
    }

    /** Unrealised profit at a mark price, units of 10⁻⁸ of the quote asset, rounded half even. */
    public long unrealizedE8(long markE8) {
        return Quote.valueE8(markE8, qtyE8) - costE8;
    }
}
