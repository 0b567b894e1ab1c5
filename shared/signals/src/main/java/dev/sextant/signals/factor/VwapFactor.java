package dev.sextant.signals.factor;

import dev.sextant.domain.money.E8;
import dev.sextant.signals.factor.FactorReading.Missing;
import dev.sextant.signals.factor.FactorReading.Present;
import dev.sextant.signals.factor.FactorReading.Reason;

/**
 * Price against the fast VWAP, in ATRs: at it 0.5 for both, above it for the long.
 *
 * @param fullAtr distance in ATRs at which it counts in full
 */
record VwapFactor(double fullAtr) implements Factor {

    static VwapFactor of(Params params) {
        return new VwapFactor(params.number("full_atr"));
    }

    @Override
    public FactorReading read(FactorInputs in) {
        var row = in.row();
        Double vwap = row.vwap();
        Double atr = row.atr();
        if (vwap == null || atr == null || atr == 0) {
            return new Missing(Reason.NO_INPUT, vwap == null ? "no trade in the fast window" : "no ATR yet");
        }
        if (!row.coverage().covers(in.spec().fastMs()) || !row.coverage().atr()) {
            return new Missing(Reason.NOT_COVERED, "fast window or candles not covered");
        }
        double distance = (E8.toDouble(row.priceE8()) - vwap) / atr;
        String input = "price " + Words.signed(distance) + " ATR from vwap";
        return new Present(Micros.centred(distance / fullAtr), Micros.centred(-distance / fullAtr), input, null);
    }
}
