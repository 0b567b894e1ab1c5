package dev.sextant.domain.risk;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A round trip that is not closed, as the guard sees it.
 *
 * @param opened base units its entry filled, positive
 * @param closed base units its exits filled, less than {@code opened}
 * @param cost quote units paid for {@code opened}
 * @param stopDistance entry to stop as planned, quote units per unit of quantity, positive
 * @param heldSinceMs market time of its first fill
 */
public record OpenRisk(
        Symbol symbol,
        Direction direction,
        BigDecimal opened,
        BigDecimal closed,
        BigDecimal cost,
        BigDecimal stopDistance,
        long heldSinceMs) {

    private static final int DECIMALS = 6;

    /** What the open part would make at a price, in units of the risk that the trade took; fees left out. */
    public R at(BigDecimal price) {
        BigDecimal moved = price.multiply(opened).subtract(cost);
        BigDecimal signed = direction == Direction.LONG ? moved : moved.negate();
        BigDecimal gain = opened.subtract(closed).multiply(signed);
        return new R(gain.divide(stopDistance.multiply(opened).multiply(opened), DECIMALS, RoundingMode.HALF_UP));
    }
}
