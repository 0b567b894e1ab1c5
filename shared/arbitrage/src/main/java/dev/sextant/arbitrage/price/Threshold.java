package dev.sextant.arbitrage.price;

import java.math.BigInteger;

/**
 * Whether the rates of a cycle's legs, fees taken off, multiply to more than one and a buffer. Doubles decide where
 * they can; where the product is within {@value #GUARD} of the threshold, whole numbers do.
 */
final class Threshold {

    /** A product of four rates is exact to about 10⁻¹⁵. */
    private static final double GUARD = 1e-12;

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final double value;
    private final BigInteger ppm;

    Threshold(int bufferPpm) {
        this.value = 1 + bufferPpm * 1e-6;
        this.ppm = MILLION.add(BigInteger.valueOf(bufferPpm));
    }

    /** Whether a product may be above: false only where it can't be. */
    boolean mayExceed(double product) {
        return product > value - GUARD;
    }

    /** Whether legs at these levels are above. */
    boolean exceeds(double product, Leg[] legs, int[] levels, int count) {
        return Math.abs(product - value) > GUARD ? product > value : exactly(legs, levels, count);
    }

    private boolean exactly(Leg[] legs, int[] levels, int count) {
        BigInteger gained = MILLION;
        BigInteger needed = ppm;
        for (int i = 0; i < count; i++) {
            gained = gained.multiply(legs[i].numerator(levels[i]));
            needed = needed.multiply(legs[i].denominator(levels[i]));
        }
        return gained.compareTo(needed) > 0;
    }
}
