package dev.sextant.venues.sim.instrument;

/**
 * {@code PERCENT_PRICE}: how far from the mark price one may buy or sell.
 *
 * @param upPerMyriad buys at most at mark × this ÷ 10,000
 * @param downPerMyriad sells at least at mark × this ÷ 10,000
 */
public record PercentPrice(int upPerMyriad, int downPerMyriad) {

    private static final int MYRIAD = 10_000;

    /** Whether a buy at this price is too far above the mark. */
    public boolean isTooHigh(long priceE8, long markE8) {
        return Math.multiplyExact(priceE8, MYRIAD) > Math.multiplyExact(markE8, upPerMyriad);
    }

    /** Whether a sell at this price is too far below the mark. */
    public boolean isTooLow(long priceE8, long markE8) {
        return Math.multiplyExact(priceE8, MYRIAD) < Math.multiplyExact(markE8, downPerMyriad);
    }
}
