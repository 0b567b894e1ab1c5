package dev.sextant.venues.kraken.feed;

/** Reads a JSON number, not negative, as a whole number of units of 10^-precision; exact or not at all. */
final class DecimalScanner {

    private static final int NUMBER = ScanResult.NUMBER.code();
    private static final int MAX_DIGITS = 18;
    private static final int MAX_EXPONENT_DIGITS = 3;
    private static final long[] POWERS = new long[MAX_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private long value;
    private int exponent;

    /** What the last step read. */
    long value() {
        return value;
    }

    /** Over a number; a run of digits too long overflows in silence and is refused by its length. */
    int scan(byte[] bytes, int from, int precision) {
        int at = from;
        int digit = bytes[at] - '0';
        if (digit < 0 || digit > 9) {
            return NUMBER;
        }
        long units = 0;
        if (digit == 0) {
            at++; // another digit here is no JSON: whoever reads on will not find what he expects
        } else {
            do {
                units = units * 10 + digit;
                digit = bytes[++at] - '0';
            } while (digit >= 0 && digit <= 9);
        }
        int digits = at - from;
        int decimals = 0;
        if (bytes[at] == '.') {
            int point = at++;
            for (digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[++at] - '0') {
                units = units * 10 + digit;
            }
            decimals = at - point - 1;
            if (decimals == 0) {
                return NUMBER;
            }
        }
        if (digits + decimals > MAX_DIGITS) {
            return NUMBER;
        }
        if ((bytes[at] | 0x20) == 'e') {
            at = exponent(bytes, at + 1);
            decimals -= exponent;
        }
        int zeros = precision - decimals;
        if (zeros < 0 || zeros > MAX_DIGITS || units >= POWERS[MAX_DIGITS - zeros]) {
            return NUMBER;
        }
        value = units * POWERS[zeros];
        return at;
    }

    private int exponent(byte[] bytes, int from) {
        boolean signed = bytes[from] == '-' || bytes[from] == '+';
        int first = signed ? from + 1 : from;
        int at = first;
        int size = 0;
        for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[++at] - '0') {
            if (at - first == MAX_EXPONENT_DIGITS) {
                return NUMBER;
            }
            size = size * 10 + digit;
        }
        exponent = bytes[from] == '-' ? -size : size;
        return at == first ? NUMBER : at;
    }
}
