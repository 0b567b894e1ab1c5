package dev.sextant.arbitrage.price;

/** Products of two longs, divided, exactly: prices times quantities need more than 63 bits. */
final class Wide {

    private Wide() {}

    /**
     * a × b ÷ divisor, rounded down.
     *
     * @param a 0 or more
     * @param b 0 or more
     * @param divisor above 0
     * @return the quotient, or {@link Long#MAX_VALUE} when it is greater
     */
    static long mulDivFloor(long a, long b, long divisor) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == 0 && low >= 0) {
            return low / divisor;
        }
        if (high >= divisor) {
            return Long.MAX_VALUE;
        }
        return divide(high, low, divisor);
    }

    /** a × b ÷ divisor, rounded up; see {@link #mulDivFloor}. */
    static long mulDivCeil(long a, long b, long divisor) {
        long floor = mulDivFloor(a, b, divisor);
        boolean exact = floor == Long.MAX_VALUE || a * b == floor * divisor;
        return exact ? floor : floor + 1;
    }

    /** Long division of 128 bits by 63, bit by bit over the high word's part of the quotient. */
    private static long divide(long high, long low, long divisor) {
        long rest = high;
        long quotient = 0;
        for (int bit = 63; bit >= 0; bit--) {
            rest = (rest << 1) | ((low >>> bit) & 1);
            quotient <<= 1;
            if (Long.compareUnsigned(rest, divisor) >= 0) {
                rest -= divisor;
                quotient |= 1;
            }
        }
        return quotient < 0 ? Long.MAX_VALUE : quotient;
    }
}
