package dev.sextant.venues.sim.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a fill costs, in the quote asset. */
public interface FeeModel {

    /** The rate as a fraction of the notional: {@code 0.0005} is 5 bps. */
    BigDecimal rate(boolean maker);

    /** The fee of one fill, units of 10⁻⁸, rounded half up at the eighth decimal. */
    default long feeE8(long notionalE8, boolean maker) {
        return rate(maker)
                .multiply(BigDecimal.valueOf(notionalE8))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Flat rates in basis points of the notional. */
    static FeeModel bps(int makerBps, int takerBps) {
        BigDecimal makerRate = BigDecimal.valueOf(makerBps, 4);
        BigDecimal takerRate = BigDecimal.valueOf(takerBps, 4);
        return maker -> maker ? makerRate : takerRate;
    }
}
