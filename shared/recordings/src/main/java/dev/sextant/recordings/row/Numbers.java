package dev.sextant.recordings.row;

import dev.sextant.domain.money.E8;
import java.math.BigDecimal;
import java.util.Locale;

/** Exact numbers out of text; what fails is told with field, value and what would be right. */
public final class Numbers {

    private static final int MAX_CHARS = 40;
    private static final int MAX_SCALE = 40;

    private Numbers() {}

    /** A decimal, also in exponent form, of at most 40 characters and 40 places. */
    public static BigDecimal decimal(String field, String text) {
        try {
            if (text.length() <= MAX_CHARS) {
                BigDecimal value = new BigDecimal(text);
                if (value.scale() >= -MAX_SCALE && value.scale() <= MAX_SCALE) {
                    return value;
                }
            }
            throw wrong(field, text, "a decimal of at most 40 characters");
        } catch (NumberFormatException e) {
            throw wrong(field, text, "a decimal");
        }
    }

    /** A decimal in units of 10⁻⁸. */
    public static long e8(String field, String text) {
        try {
            return E8.parse(text);
        } catch (NumberFormatException e) {
            throw wrong(field, text, "a decimal with at most eight decimals");
        }
    }

    /** A decimal in units of 10⁻⁸, given with more zeros than that or in exponent form. */
    public static long e8(String field, BigDecimal value) {
        try {
            return E8.of(value);
        } catch (ArithmeticException e) {
            throw wrong(field, value.toPlainString(), "a decimal with at most eight decimals");
        }
    }

    /** A whole number from 0 up. */
    public static long whole(String field, String text) {
        boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw wrong(field, text, "a whole number");
        }
        return Long.parseLong(text);
    }

    /** {@code true} or {@code false} in any case, or 1 or 0. */
    public static boolean flag(String field, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrong(field, text, "true or false");
        };
    }

    /** A refusal. */
    public static IllegalArgumentException wrong(String field, String found, String expected) {
        String shown = found.length() <= MAX_CHARS ? found : found.substring(0, MAX_CHARS) + "…";
        return new IllegalArgumentException(field + " is '" + shown + "', expected " + expected);
    }
}
