package dev.sextant.venues.sim;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.event.PositionView;
import dev.sextant.venues.sim.instrument.Quote;
import dev.sextant.venues.sim.order.Side;

/**
 * A one-way position as quantity and cost. Keeping the cost instead of an average price loses nothing: a round trip
 * realises exactly what was received minus what was paid, however many partial fills it took.
 */
final class OpenPosition {

    private final Symbol symbol;
    private long qtyE8;
    private long costE8;
    private long realizedE8;
    private long updatedAtMs;

    OpenPosition(Symbol symbol) {
        this.symbol = symbol;
    }

    /** A position as it was left. */
    static OpenPosition restored(PositionView kept) {
        OpenPosition position = new OpenPosition(kept.symbol());
        position.qtyE8 = kept.qtyE8();
        position.costE8 = kept.costE8();
        position.realizedE8 = kept.realizedE8();
        position.updatedAtMs = kept.updatedAtMs();
        return position;
    }

    long qtyE8() {
        return qtyE8;
    }

    /** Applies a fill and returns the profit it realised. A fill beyond the position closes it and opens the rest. */
    long apply(Side side, long fillQtyE8, long quoteE8, long timeMs) {
        long closingE8 = side.reduces(qtyE8) ? Math.min(Math.abs(qtyE8), fillQtyE8) : 0;
        long closingQuoteE8 = closingE8 == 0 ? 0 : Quote.shareE8(quoteE8, closingE8, fillQtyE8);
        long releasedCostE8 = closingE8 == 0 ? 0 : Quote.shareE8(costE8, closingE8, Math.abs(qtyE8));
        long gainE8 = closingE8 == 0 ? 0 : -side.sign() * closingQuoteE8 - releasedCostE8;
        qtyE8 += side.sign() * fillQtyE8;
        costE8 += side.sign() * (quoteE8 - closingQuoteE8) - releasedCostE8;
        realizedE8 += gainE8;
        updatedAtMs = timeMs;
        return gainE8;
    }

    PositionView view() {
        return new PositionView(symbol, qtyE8, costE8, realizedE8, updatedAtMs);
    }
}
