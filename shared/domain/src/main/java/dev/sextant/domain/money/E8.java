package dev.sextant.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Fixed-point numbers with eight decimals in a {@code long}: the unit of market data. Every conversion here is exact or
 * fails; nothing is rounded. Range: ±92,233,720,368.54775807.
 */
public final class E8 {

    /** One whole unit. */
    public static final long ONE = 100_000_000L;

    private static final int SCALE = 8;
    private static final int MAX_LENGTH = 32;

    private E8() {}

    /**
     * Parses a plain decimal as exchanges write them: digits, at most one point, an optional leading minus.
     *
     * @throws NumberFormatException naming the text, when it is anything else (exponents, NaN, blanks), has a non-zero
     *     digit beyond the eighth decimal, or does not fit
     */
    public static long parse(CharSequence text) {
        int length = text.length();
        if (length == 0 || length > MAX_LENGTH) {
            throw malformed(text, "a plain decimal of 1 to 32 characters");
        }
        boolean negative = text.charAt(0) == '-';
        long value = 0;
        int decimals = -1;
        int digits = 0;
        for (int i = negative ? 1 : 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.' && decimals < 0) {
                decimals = 0;
                continue;
            }
            if (c < '0' || c > '9') {
                throw malformed(text, "digits with at most one point");
            }
            digits++;
            if (decimals >= SCALE) {
                if (c != '0') {
                    throw malformed(text, "at most 8 decimals");
                }
                continue;
            }
            value = append(text, value, c - '0');
            if (decimals >= 0) {
                decimals++;
            }
        }
        if (digits == 0) {
            throw malformed(text, "at least one digit");
        }
        for (int i = Math.max(decimals, 0); i < SCALE; i++) {
            value = append(text, value, 0);
        }
        return negative ? -value : value;
    }

    private static long append(CharSequence text, long value, int digit) {
        if (value > (Long.MAX_VALUE - digit) / 10) {
            throw malformed(text, "a value below 92233720368.54775807");
        }
        return value * 10 + digit;
    }

    private static NumberFormatException malformed(CharSequence text, String expected) {
        String shown = text.length() > MAX_LENGTH ? text.subSequence(0, MAX_LENGTH) + "…" : text.toString();
        return new NumberFormatException("not a number in the desk's range: '" + shown + "', expected " + expected);
    }

    /** The exact decimal, without trailing zeros and never in exponent form when printed by {@link #print}. */
    public static BigDecimal toDecimal(long valueE8) {
        return BigDecimal.valueOf(valueE8, SCALE);
    }

    /**
     * The fixed-point form of a decimal.
     *
     * @throws ArithmeticException when it has more than eight decimals or does not fit
     */
    public static long of(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** Plain decimal text without trailing zeros: {@code 61800.3}, {@code 0.006}, {@code 0}. */
    public static String print(long valueE8) {
        return printDecimal(toDecimal(valueE8));
    }

    /** Plain text of any decimal without trailing zeros and without an exponent. */
    public static String printDecimal(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** The nearest double. For indicators and scores only, never for money. */
    public static double toDouble(long valueE8) {
        return valueE8 / (double) ONE;
    }
}
