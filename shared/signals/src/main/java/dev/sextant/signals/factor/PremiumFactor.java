package dev.sextant.signals.factor;

import dev.sextant.domain.market.IndicatorType;

/**
 * Coinbase spot over the perpetual: at par 0.5 for both, a premium speaks for the long.
 *
 * @param fullBps premium that counts in full
 */
record PremiumFactor(double fullBps, Latest latest) implements Factor {

    static PremiumFactor of(Params params) {
        return new PremiumFactor(
                params.number("full_bps"),
                new Latest(IndicatorType.COINBASE_PREMIUM, "premium_bps", params.millis("max_age_s")));
    }

    @Override
    public FactorReading read(FactorInputs in) {
        return latest.read(
                in,
                bps -> new Latest.Values(
                        Micros.centred(bps / fullBps),
                        Micros.centred(-bps / fullBps),
                        "coinbase premium " + Words.signed(bps) + " bps"));
    }

    @Override
    public long readingsReachMs() {
        return latest.maxAgeMs();
    }
}
