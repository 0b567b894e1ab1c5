package dev.sextant.arbitrage.price;

/** Products of two longs, divided, exactly: prices times quantities need more than 63 bits. */
final class Wide {

    private static final int DIGIT = 32;
    private static final long LOW = (1L << DIGIT) - 1;

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

    /** The same with a divisor made ready. */
    static long mulDivFloor(long a, long b, Divisor divisor) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high == 0 && low >= 0 ? divisor.floor(low) : mulDivFloor(a, b, divisor.value());
    }

    /** a × b ÷ divisor, rounded up; see {@link #mulDivFloor(long, long, long)}. */
    static long mulDivCeil(long a, long b, Divisor divisor) {
        long floor = mulDivFloor(a, b, divisor);
        boolean exact = floor == Long.MAX_VALUE || a * b == floor * divisor.value();
        return exact ? floor : floor + 1;
    }

    /** a × b ÷ divisor, rounded up; see {@link #mulDivFloor(long, long, long)}. */
    static long mulDivCeil(long a, long b, long divisor) {
        long floor = mulDivFloor(a, b, divisor);
        boolean exact = floor == Long.MAX_VALUE || a * b == floor * divisor;
        return exact ? floor : floor + 1;
    }

    /**
     * 128 bits by 63 as two digits of 32 bits each, the high word below the divisor. Knuth, The Art of Computer
     * Programming 4.3.1, algorithm D; all values unsigned.
     */
    private static long divide(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long scaled = divisor << shift;
        long rest = (high << shift) | (low >>> (Long.SIZE - shift));
        long lower = low << shift;
        long first = digit(rest, lower >>> DIGIT, scaled);
        long second = digit((rest << DIGIT) + (lower >>> DIGIT) - first * scaled, lower & LOW, scaled);
        long quotient = (first << DIGIT) + second;
        return first >>> (DIGIT - 1) != 0 ? Long.MAX_VALUE : quotient;
    }

    /** One digit of a quotient: guessed from the divisor's upper half, at most 2 too much. */
    private static long digit(long rest, long next, long divisor) {
        long upper = divisor >>> DIGIT;
        long guess = Long.divideUnsigned(rest, upper);
        long left = rest - guess * upper;
        while (left <= LOW
                && (guess > LOW || Long.compareUnsigned(guess * (divisor & LOW), (left << DIGIT) + next) > 0)) {
            guess--;
            left += upper;
        }
        return guess;
    }
}
