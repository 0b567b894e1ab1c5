package dev.sextant.signals.score;

import dev.sextant.signals.strategy.Exits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Stop and targets as distances from the entry, quote units with 8 decimals. This is where the ATR, a double, becomes
 * exact: its shortest decimal form is rounded half up to 8 decimals, then multiplied and rounded half up again.
 *
 * @param atr the average true range
 * @param stop entry to stop loss, positive
 * @param takeProfit1 entry to the first target, positive
 * @param takeProfit2 entry to the second target
 */
public record Distances(BigDecimal atr, BigDecimal stop, BigDecimal takeProfit1, BigDecimal takeProfit2) {

    private static final int SCALE = 8;

    /** The distances, or empty when the ATR is so small that one of them would be zero. */
    static Optional<Distances> of(double atr, Exits exits) {
        BigDecimal exact = BigDecimal.valueOf(atr).setScale(SCALE, RoundingMode.HALF_UP);
        Distances distances = new Distances(
                exact,
                times(exact, exits.stopAtr()),
                times(exact, exits.takeProfit1Atr()),
                times(exact, exits.takeProfit2Atr()));
        boolean possible = distances.stop.signum() > 0 && distances.takeProfit1.signum() > 0;
        return possible ? Optional.of(distances) : Optional.empty();
    }

    private static BigDecimal times(BigDecimal atr, BigDecimal multiple) {
        return atr.multiply(multiple).setScale(SCALE, RoundingMode.HALF_UP);
    }
}
