package dev.sextant.arbitrage.price;

/** Powers of ten that fit a long. */
final class Powers {

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private Powers() {}

    /** 10 to a power of 0 to 18. */
    static long ofTen(int power) {
        return POWERS[power];
    }
}
