package dev.sextant.venues.sim.instrument;

import dev.sextant.domain.money.E8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Arithmetic between price, quantity and quote amount, all in units of 10⁻⁸. A rounding, where there is one, is named. */
public final class Quote {

    private static final BigInteger ONE = BigInteger.valueOf(E8.ONE);

    private Quote() {}

    /**
     * Price × quantity, exactly.
     *
     * @throws ArithmeticException when the product has more than eight decimals or doesn't fit; the tick and step sizes of
     *     an {@link Instrument} rule that out
     */
    public static long notionalE8(long priceE8, long qtyE8) {
        return divide(product(priceE8, qtyE8), ONE, RoundingMode.UNNECESSARY);
    }

    /** Price × quantity, half even at the eighth decimal: for valuations at a mark price, which has its own decimals. */
    public static long valueE8(long priceE8, long qtyE8) {
        return divide(product(priceE8, qtyE8), ONE, RoundingMode.HALF_EVEN);
    }

    /** Quote amount ÷ quantity, half even at the eighth decimal. The quantity isn't zero. */
    public static long averagePriceE8(long quoteE8, long qtyE8) {
        return divide(product(quoteE8, E8.ONE), BigInteger.valueOf(qtyE8), RoundingMode.HALF_EVEN);
    }

    /** The share {@code part ÷ whole} of an amount, half even. Exact when the part is the whole. */
    public static long shareE8(long amountE8, long part, long whole) {
        return divide(product(amountE8, part), BigInteger.valueOf(whole), RoundingMode.HALF_EVEN);
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private static long divide(BigInteger dividend, BigInteger divisor, RoundingMode rounding) {
        return new BigDecimal(dividend)
                .divide(new BigDecimal(divisor), 0, rounding)
                .longValueExact();
    }
}
