package dev.sextant.venues.binance.market.book;

import dev.sextant.venues.binance.market.PriceLevels;

/**
 * Price levels of both sides. Says nothing about whether they are current: {@link DepthSync} decides that. Prices and
 * quantities in units of 10⁻⁸; rank 0 is the best. Not thread-safe.
 */
public final class LocalBook {

    private final BookSide bids = BookSide.bids();
    private final BookSide asks = BookSide.asks();

    void clear() {
        bids.clear();
        asks.clear();
    }

    void apply(PriceLevels bidChanges, PriceLevels askChanges) {
        bids.apply(bidChanges);
        asks.apply(askChanges);
    }

    public int bidCount() {
        return bids.size();
    }

    public int askCount() {
        return asks.size();
    }

    /** @throws IndexOutOfBoundsException when there are not that many levels; so for the three below */
    public long bidPriceE8(int rank) {
        return bids.priceE8(rank);
    }

    public long bidQtyE8(int rank) {
        return bids.qtyE8(rank);
    }

    public long askPriceE8(int rank) {
        return asks.priceE8(rank);
    }

    public long askQtyE8(int rank) {
        return asks.qtyE8(rank);
    }

    /** True when the best bid is at or above the best ask, which no real book is: something was missed. */
    public boolean crossed() {
        return bids.size() > 0 && asks.size() > 0 && bids.priceE8(0) >= asks.priceE8(0);
    }
}
