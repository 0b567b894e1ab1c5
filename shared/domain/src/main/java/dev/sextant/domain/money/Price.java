package dev.sextant.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A price in the quote asset. Positive, exact, without trailing zeros, so that equal prices are equal values.
 *
 * @param value the decimal
 */
public record Price(BigDecimal value) implements Comparable<Price> {

    public Price {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("price " + value.toPlainString() + " is not positive");
        }
        value = Decimals.normal(value);
    }

    /** The price written as plain decimal text. */
    public static Price of(String text) {
        return new Price(new BigDecimal(text));
    }

    /** The price of a fixed-point number. */
    public static Price ofE8(long priceE8) {
        return new Price(E8.toDecimal(priceE8));
    }

    /** The nearest multiple of {@code tick} at or below. */
    public Price floorTo(BigDecimal tick) {
        return new Price(Decimals.toMultiple(value, tick, RoundingMode.FLOOR));
    }

    /** The nearest multiple of {@code tick} at or above. */
    public Price ceilTo(BigDecimal tick) {
        return new Price(Decimals.toMultiple(value, tick, RoundingMode.CEILING));
    }

    /** This price moved by a signed distance. */
    public Price plus(BigDecimal distance) {
        return new Price(value.add(distance));
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return E8.printDecimal(value);
    }
}
