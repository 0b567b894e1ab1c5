package dev.sextant.venues.sim.instrument;

/** {@code PRICE_FILTER}: bounds and tick of limit and trigger prices, units of 10⁻⁸ of the quote asset. */
public record PriceFilter(long minE8, long maxE8, long tickE8) {

    public PriceFilter {
        if (minE8 <= 0 || maxE8 < minE8 || tickE8 <= 0) {
            throw new IllegalArgumentException("price filter min " + minE8 + ", max " + maxE8 + ", tick " + tickE8
                    + " is impossible, expected 0 < min ≤ max and a positive tick");
        }
    }

    /** Whether the price is a whole number of ticks above the minimum. */
    public boolean isOnTick(long priceE8) {
        return (priceE8 - minE8) % tickE8 == 0;
    }
}
