package dev.sextant.local.venue.live;

import dev.sextant.venues.binance.market.PriceLevels;
import dev.sextant.venues.sim.book.Levels;

/** Levels as the exchange sent them, seen as the simulated venue reads them. */
record WireLevels(PriceLevels levels) implements Levels {

    @Override
    public int size() {
        return levels.size();
    }

    @Override
    public long priceE8(int index) {
        return levels.priceE8(index);
    }

    @Override
    public long qtyE8(int index) {
        return levels.qtyE8(index);
    }
}
