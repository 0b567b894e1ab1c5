package dev.sextant.signals.window;

import java.util.Optional;

/**
 * The one thing that stored buckets of a bounded past can't give back: Wilder's average remembers every candle since the
 * input began. A rebuilt engine takes it from the row stored at its first candle boundary and is then bit-equal to one
 * that ran through.
 *
 * @param atMs a candle boundary, epoch milliseconds; the first bucket fed starts here
 * @param atr the average true range as of the candle that closed at {@code atMs}, quote units
 * @param closeE8 the last price before {@code atMs}, units of 10⁻⁸
 */
public record AtrSeed(long atMs, double atr, long closeE8) {

    public AtrSeed {
        if (!(atr >= 0 && atr < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("seed has ATR " + atr + ", expected a number from 0");
        }
    }

    /** The seed in a stored row, or empty while the row has no ATR. */
    public static Optional<AtrSeed> of(IndicatorRow row) {
        Double atr = row.atr();
        return atr == null ? Optional.empty() : Optional.of(new AtrSeed(row.atMs(), atr, row.priceE8()));
    }
}
