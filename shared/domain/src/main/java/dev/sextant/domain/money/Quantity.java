package dev.sextant.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of the base asset. Never negative (the side says the direction), exact, without trailing zeros.
 *
 * @param value the decimal
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("quantity " + value.toPlainString() + " is negative");
        }
        value = Decimals.normal(value);
    }

    /** The quantity written as plain decimal text. */
    public static Quantity of(String text) {
        return new Quantity(new BigDecimal(text));
    }

    /** The nearest multiple of {@code step} at or below: quantities are never rounded up. */
    public Quantity floorTo(BigDecimal step) {
        return new Quantity(Decimals.toMultiple(value, step, RoundingMode.FLOOR));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException when {@code other} is larger
     */
    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Price × quantity, exact, in the quote asset. */
    public BigDecimal notionalAt(Price price) {
        return Decimals.normal(value.multiply(price.value()));
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return E8.printDecimal(value);
    }
}
