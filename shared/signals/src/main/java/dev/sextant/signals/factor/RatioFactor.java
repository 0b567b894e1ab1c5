package dev.sextant.signals.factor;

import dev.sextant.domain.market.IndicatorType;

/**
 * The crowd's positions, read against the crowd: at {@code neutral} 0.5 for both; the more accounts are long, the more it
 * speaks for a short. Symmetric in the logarithm, so a ratio of 2 and of ½ mirror each other.
 *
 * @param neutral the ratio that says nothing
 * @param full multiple of it at which the short counts in full (and its inverse for the long), above 1
 */
record RatioFactor(double neutral, double full, Latest latest) implements Factor {

    static RatioFactor of(Params params) {
        return new RatioFactor(
                params.number("neutral"),
                params.number("full_ratio"),
                new Latest(IndicatorType.LONG_SHORT_RATIO, "ratio", params.millis("max_age_s")));
    }

    @Override
    public FactorReading read(FactorInputs in) {
        return latest.read(in, ratio -> {
            // StrictMath, because Math.log may differ in the last digit between machines. A ratio of 0 is all short.
            double tilt = StrictMath.log(ratio / neutral) / StrictMath.log(full);
            return new Latest.Values(
                    Micros.centred(-tilt), Micros.centred(tilt), "long/short ratio " + Words.fixed(ratio, 4));
        });
    }

    @Override
    public long readingsReachMs() {
        return latest.maxAgeMs();
    }
}
