package dev.sextant.domain.market;

import java.math.BigInteger;

/** A running Σ price × quantity in 128 bits, so that no object is made for a trade. */
final class Notional {

    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

    private long high;
    private long low;

    /**
     * Adds a product of two positive numbers in units of 10⁻⁸.
     *
     * @throws ArithmeticException when the sum leaves 127 bits, about 1.7 · 10²² in the quote asset
     */
    void add(long priceE8, long qtyE8) {
        long productLow = priceE8 * qtyE8;
        long sumLow = low + productLow;
        long carry = Long.compareUnsigned(sumLow, productLow) < 0 ? 1 : 0;
        high = Math.addExact(high, Math.addExact(Math.multiplyHigh(priceE8, qtyE8), carry));
        low = sumLow;
    }

    /** The exact sum, units of 10⁻¹⁶. */
    BigInteger sumE16() {
        BigInteger lowPart = BigInteger.valueOf(low);
        return BigInteger.valueOf(high).multiply(TWO_64).add(low < 0 ? lowPart.add(TWO_64) : lowPart);
    }
}
