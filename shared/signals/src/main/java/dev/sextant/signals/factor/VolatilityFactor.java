package dev.sextant.signals.factor;

import dev.sextant.signals.factor.FactorReading.Missing;
import dev.sextant.signals.factor.FactorReading.Present;
import dev.sextant.signals.factor.FactorReading.Reason;

/**
 * Volatility worth trading: 1 while the ATR's percentile lies between {@code low} and {@code high}, falling in straight
 * lines to 0 at 0 and at 100. The same for both directions.
 *
 * @param low percentile above 0
 * @param high percentile from {@code low} to 100; at 100 nothing is too wild
 */
record VolatilityFactor(double low, double high) implements Factor {

    private static final double TOP = 100;

    static VolatilityFactor of(Params params) {
        return new VolatilityFactor(params.number("low"), params.number("high"));
    }

    @Override
    public FactorReading read(FactorInputs in) {
        Double percentile = in.row().atrPercentile();
        if (percentile == null) {
            return new Missing(Reason.NO_INPUT, "no ATR yet");
        }
        if (!in.row().coverage().atr()) {
            return new Missing(Reason.NOT_COVERED, "candles of the ATR not covered");
        }
        double falling = high >= TOP ? 1 : (TOP - percentile) / (TOP - high);
        long micros = Micros.of(Math.min(percentile / low, falling));
        return new Present(micros, micros, "atr percentile " + Words.fixed(percentile, 1), null);
    }
}
