package dev.sextant.local.venue.kraken.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What trading costs, of every pair.
 *
 * @param takerBps of what is traded at once, in basis points
 * @param makerBps of what rested before
 */
public record Fees(BigDecimal takerBps, BigDecimal makerBps) {

    private static final BigDecimal MYRIAD = new BigDecimal(10_000);
    private static final int DIGITS = 10;

    /** Kraken's lowest level of volume: 26 and 16. */
    public static Fees lowestVolume() {
        return new Fees(new BigDecimal(26), new BigDecimal(16));
    }

    /** The fee on an amount, to ten decimals, the rest cut off. */
    BigDecimal on(BigDecimal amount, boolean maker) {
        return amount.multiply(maker ? makerBps : takerBps).divide(MYRIAD, DIGITS, RoundingMode.DOWN);
    }

    /** In per cent, as the venue tells it. */
    public BigDecimal percent(boolean maker) {
        return (maker ? makerBps : takerBps).movePointLeft(2);
    }
}
