package dev.sextant.venues.sim;

import dev.sextant.venues.sim.book.Liquidity;
import dev.sextant.venues.sim.instrument.Instrument;

/** The public market of one instrument as far as it has been told. Prices are 0 before the first. */
final class SymbolMarket {

    Instrument instrument;
    final Liquidity liquidity = new Liquidity();
    final RestingOrders resting = new RestingOrders();
    private long lastPriceE8;
    private long markE8;

    SymbolMarket(Instrument instrument) {
        this.instrument = instrument;
    }

    void traded(long priceE8) {
        lastPriceE8 = priceE8;
    }

    void marked(long priceE8) {
        markE8 = priceE8;
    }

    long lastPriceE8() {
        return lastPriceE8;
    }

    /** The mark price, or the last trade before the first mark. */
    long markE8() {
        return markE8 == 0 ? lastPriceE8 : markE8;
    }
}
