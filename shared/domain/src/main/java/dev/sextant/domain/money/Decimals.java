package dev.sextant.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact decimal steps shared by the money types. */
public final class Decimals {

    private Decimals() {}

    /** The same number without trailing zeros, zero as plain 0: one form per value. */
    public static BigDecimal normal(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /**
     * The multiple of {@code step} next to {@code value} in a named direction.
     *
     * @param step positive
     * @param direction FLOOR, CEILING, UP or DOWN
     */
    public static BigDecimal toMultiple(BigDecimal value, BigDecimal step, RoundingMode direction) {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("step " + step.toPlainString() + " is not positive");
        }
        return normal(value.divide(step, 0, direction).multiply(step));
    }
}
