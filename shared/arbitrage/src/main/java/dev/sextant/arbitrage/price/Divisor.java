package dev.sextant.arbitrage.price;

import java.math.BigInteger;

/**
 * A number that much is divided by: a multiplication by its reciprocal and a shift, exact for 0 to 2⁶³ − 1. Granlund and
 * Montgomery, Division by Invariant Integers using Multiplication, theorem 4.2.
 */
final class Divisor {

    private static final int DIVIDEND_BITS = 63;

    private final long value;
    private final long reciprocal;
    private final int shift;

    /** @param value 1 or more */
    Divisor(long value) {
        this.value = value;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(value - 1);
        this.reciprocal = BigInteger.TWO
                .pow(DIVIDEND_BITS + bits)
                .divide(BigInteger.valueOf(value))
                .add(BigInteger.ONE)
                .longValue();
        this.shift = bits - 1;
    }

    long value() {
        return value;
    }

    /** A number, 0 or more, divided and rounded down. */
    long floor(long dividend) {
        return value == 1 ? dividend : Math.unsignedMultiplyHigh(dividend, reciprocal) >>> shift;
    }

    /** A number, 0 or more, divided and rounded up. */
    long ceil(long dividend) {
        long floor = floor(dividend);
        return floor * value == dividend ? floor : floor + 1;
    }

    /** The greatest multiple that is not above a number of 0 or more. */
    long multiple(long number) {
        return floor(number) * value;
    }
}
