package dev.sextant.local.venue.synthetic;

import dev.sextant.venues.sim.instrument.Quote;

/**
 * Coinbase's prices around the perpetual's last trade: USDT within 3 bps of 0.9997 USD, and the spot product within 6
 * bps of the last price at that rate. Prices in units of 10⁻⁸ USD.
 */
public final class SyntheticCoinbase {

    private static final long USUAL_USDT_E8 = 99_970_000;
    private static final long USDT_SPREAD = 3;
    private static final long PREMIUM_SPREAD = 6;
    private static final long PARTS_PER_BPS = SmoothNoise.AMPLITUDE * 10_000;

    private final SmoothNoise premium;
    private final SmoothNoise usdt;

    public SyntheticCoinbase(long seed, String symbol) {
        premium = new SmoothNoise(seed, symbol + "/coinbase_premium", 45_000);
        usdt = new SmoothNoise(seed, "usdt_usd", 600_000);
    }

    /** What a USDT costs at a time; the same for all symbols of a seed. */
    public long usdtUsdE8(long timeMs) {
        return shifted(USUAL_USDT_E8, USDT_SPREAD * usdt.at(timeMs));
    }

    /** What the spot product costs at a time when this was the perpetual's last price. */
    public long midE8(long lastPriceE8, long timeMs) {
        long inUsdE8 = Quote.valueE8(lastPriceE8, usdtUsdE8(timeMs));
        return shifted(inUsdE8, PREMIUM_SPREAD * premium.at(timeMs));
    }

    private static long shifted(long priceE8, long millionthsOfBps) {
        return priceE8 + Quote.shareE8(priceE8, millionthsOfBps, PARTS_PER_BPS);
    }
}
