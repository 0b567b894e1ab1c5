package dev.sextant.signals.factor;

/**
 * A rule from inputs to two values. Factors are immutable, pure, and symmetric: the directional ones give a short on the
 * mirrored market exactly what they give a long.
 */
public sealed interface Factor
        permits CvdFactor,
                SizeFactor,
                AccelFactor,
                VolatilityFactor,
                VwapFactor,
                RatioFactor,
                OpenInterestFactor,
                PremiumFactor,
                FundingFactor,
                LiquidationFactor {

    /** What the factor says at the row's instant. */
    FactorReading read(FactorInputs in);

    /** How far back readings matter, in ms; 0 when only the row does. */
    default long readingsReachMs() {
        return 0;
    }
}
