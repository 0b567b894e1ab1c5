package dev.sextant.domain.risk;

import dev.sextant.domain.money.Decimals;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Profit or loss in units of risk: 1 R is what a trade loses when its stop fills at its price, so results of trades of
 * any size and symbol can be added. Rounded half up (away from zero) at six decimals, the same as the database.
 *
 * @param value signed; −1 is a full loss at the stop before fees
 */
public record R(BigDecimal value) implements Comparable<R> {

    public static final R ZERO = new R(BigDecimal.ZERO);

    private static final int DECIMALS = 6;

    public R {
        value = Decimals.normal(value.setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    /** The number written as plain decimal text. */
    public static R of(String text) {
        return new R(new BigDecimal(text));
    }

    /**
     * What a closed trade made.
     *
     * @param netPnl quote units, after fees
     * @param stopDistance entry to stop as planned, quote units per unit of quantity, positive
     * @param opened quantity the entry filled, positive
     * @throws IllegalArgumentException when the risk taken is not positive
     */
    public static R ofTrade(BigDecimal netPnl, BigDecimal stopDistance, Quantity opened) {
        BigDecimal risked = stopDistance.multiply(opened.value());
        if (risked.signum() <= 0) {
            throw new IllegalArgumentException("a trade that risked " + risked.toPlainString()
                    + " has no result in R; stop distance and quantity must be above 0");
        }
        return new R(netPnl.divide(risked, DECIMALS, RoundingMode.HALF_UP));
    }

    public R plus(R other) {
        return new R(value.add(other.value));
    }

    public R negate() {
        return new R(value.negate());
    }

    @Override
    public int compareTo(R other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
