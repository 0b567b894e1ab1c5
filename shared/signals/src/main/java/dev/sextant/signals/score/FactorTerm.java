package dev.sextant.signals.score;

import dev.sextant.domain.event.Direction;
import dev.sextant.signals.factor.FactorKind;
import dev.sextant.signals.factor.FactorReading.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What one factor put into a score.
 *
 * @param kind which factor
 * @param weight its weight
 * @param longMicros value for a long after the cap, millionths; 0 when missing
 * @param shortMicros value for a short
 * @param weightSum sum of the strategy's weights
 * @param input the numbers it looked at, or why there were none, in words
 * @param source the readings it looked at, or null when the row was enough or nothing was there
 * @param missing whether it had no value
 */
public record FactorTerm(
        FactorKind kind,
        int weight,
        long longMicros,
        long shortMicros,
        long weightSum,
        String input,
        @Nullable Source source,
        boolean missing) {

    private static final long MICROS = 1_000_000;
    private static final int POINT_DECIMALS = 4;

    /** The value for a direction, millionths. */
    public long micros(Direction direction) {
        return switch (direction) {
            case LONG -> longMicros;
            case SHORT -> shortMicros;
        };
    }

    /** What it adds to a direction's score, 0 to 100, rounded to four decimals for showing. */
    public double points(Direction direction) {
        return BigDecimal.valueOf(100L * weight * micros(direction))
                .divide(BigDecimal.valueOf(weightSum * MICROS), POINT_DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** Millionths as a share of one. */
    static double share(long micros) {
        return micros / (double) MICROS;
    }
}
