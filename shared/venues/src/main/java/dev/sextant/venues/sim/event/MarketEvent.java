package dev.sextant.venues.sim.event;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.Levels;
import dev.sextant.venues.sim.book.TopOfBook;

/** A fact of the public market, in the order of event time. */
public sealed interface MarketEvent {

    Symbol symbol();

    /** Event time, epoch ms. */
    long timeMs();

    /** A full book. */
    record Snapshot(Symbol symbol, long lastUpdateId, Levels bids, Levels asks, long transactTimeMs, long timeMs)
            implements MarketEvent {}

    /** Changed levels. */
    record Depth(Symbol symbol, DepthDiff diff) implements MarketEvent {
        @Override
        public long timeMs() {
            return diff.eventTimeMs();
        }
    }

    /** Best bid and ask. */
    record Top(Symbol symbol, TopOfBook top) implements MarketEvent {
        @Override
        public long timeMs() {
            return top.eventTimeMs();
        }
    }

    /** A public trade; {@code buyerIsMaker} means that the taker sold. Price and quantity in units of 10⁻⁸. */
    record Trade(Symbol symbol, long priceE8, long qtyE8, boolean buyerIsMaker, long timeMs) implements MarketEvent {}

    /**
     * A settlement of funding at the mark price of that moment.
     *
     * @param rateE8 what a long pays a short, a fraction of the notional in units of 10⁻⁸; negative the other way round
     */
    record Funding(Symbol symbol, long rateE8, long timeMs) implements MarketEvent {}

    /** A mark price, units of 10⁻⁸. */
    record Mark(Symbol symbol, long markE8, long timeMs) implements MarketEvent {}
}
