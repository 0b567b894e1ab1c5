package dev.sextant.recordings.event;

import java.math.BigDecimal;

/** The check that prices and traded quantities are above zero. */
final class Positive {

    private Positive() {}

    static void require(String field, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(
                    field + " is '" + value.toPlainString() + "', expected a number above 0");
        }
    }
}
