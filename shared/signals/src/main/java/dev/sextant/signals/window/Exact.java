package dev.sextant.signals.window;

import java.math.BigInteger;

/** Sums of quantities in a {@code long}, or a refusal that says what did not fit. */
final class Exact {

    private static final String LIMIT =
            " does not fit: sums of quantities are kept within ±92,233,720,368 units of the base asset";

    private Exact() {}

    static long plus(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw new ArithmeticException(a + " + " + b + LIMIT);
        }
        return sum;
    }

    static long fit(BigInteger sum) {
        if (sum.bitLength() > 63) {
            throw new ArithmeticException(sum + LIMIT);
        }
        return sum.longValue();
    }
}
