package dev.sextant.signals.factor;

import dev.sextant.domain.market.IndicatorType;

/**
 * What holding costs: at zero 0.5 for both, a positive rate (longs pay) speaks for the short.
 *
 * @param fullBps rate per funding interval that counts in full, in basis points
 */
record FundingFactor(double fullBps, Latest latest) implements Factor {

    private static final double BPS = 10_000;

    static FundingFactor of(Params params) {
        return new FundingFactor(
                params.number("full_bps"), new Latest(IndicatorType.FUNDING_RATE, "rate", params.millis("max_age_s")));
    }

    @Override
    public FactorReading read(FactorInputs in) {
        return latest.read(in, rate -> {
            double bps = rate * BPS;
            return new Latest.Values(
                    Micros.centred(-bps / fullBps),
                    Micros.centred(bps / fullBps),
                    "funding rate " + Words.signed(bps) + " bps");
        });
    }

    @Override
    public long readingsReachMs() {
        return latest.maxAgeMs();
    }
}
