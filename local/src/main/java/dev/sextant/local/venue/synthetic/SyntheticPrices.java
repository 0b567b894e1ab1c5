package dev.sextant.local.venue.synthetic;

import dev.sextant.venues.sim.instrument.Quote;

/**
 * Mark and index price around the last traded price: the index wanders within 4 bps of it and the mark within 1 bps of
 * the half way between. Prices in units of 10⁻⁸.
 */
public final class SyntheticPrices {

    private static final long INDEX_SPREAD = 4;
    private static final long MARK_SPREAD = 1;
    private static final long PARTS_PER_BPS = SmoothNoise.AMPLITUDE * 10_000;

    private final SmoothNoise indexNoise;
    private final SmoothNoise markNoise;

    public SyntheticPrices(long seed, String symbol) {
        indexNoise = new SmoothNoise(seed, symbol + "/index", 20_000);
        markNoise = new SmoothNoise(seed, symbol + "/mark", 7_000);
    }

    /** The index price at a time when this was the last trade's price. */
    public long indexE8(long lastPriceE8, long timeMs) {
        return shifted(lastPriceE8, INDEX_SPREAD * indexNoise.at(timeMs));
    }

    /** The mark price at a time when this was the last trade's price. */
    public long markE8(long lastPriceE8, long timeMs) {
        long middleE8 = (lastPriceE8 + indexE8(lastPriceE8, timeMs)) / 2;
        return shifted(middleE8, MARK_SPREAD * markNoise.at(timeMs));
    }

    private static long shifted(long priceE8, long millionthsOfBps) {
        return priceE8 + Quote.shareE8(priceE8, millionthsOfBps, PARTS_PER_BPS);
    }
}
