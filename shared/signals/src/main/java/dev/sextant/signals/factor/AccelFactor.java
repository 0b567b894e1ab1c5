package dev.sextant.signals.factor;

import dev.sextant.signals.factor.FactorReading.Missing;
import dev.sextant.signals.factor.FactorReading.Present;
import dev.sextant.signals.factor.FactorReading.Reason;

/**
 * Acceleration of the fast CVD over the taker volume of the volume window.
 *
 * @param fullShare share of that volume at which it counts in full
 */
record AccelFactor(double fullShare) implements Factor {

    static AccelFactor of(Params params) {
        return new AccelFactor(params.number("full_share"));
    }

    @Override
    public FactorReading read(FactorInputs in) {
        var row = in.row();
        if (!row.coverage().covers(Math.max(in.spec().accelReachMs(), in.spec().volumeMs()))) {
            return new Missing(Reason.NOT_COVERED, "acceleration reaches back past covered input");
        }
        Long accelE8 = row.cvdAccelE8();
        if (accelE8 == null) {
            return new Missing(Reason.NO_INPUT, "too few rows for an acceleration");
        }
        double volumeE8 = (double) row.buyVolE8() + row.sellVolE8();
        double share = volumeE8 == 0 ? 0 : accelE8 / volumeE8;
        String input = "cvd acceleration/volume " + Words.signed(share);
        return new Present(Micros.of(share / fullShare), Micros.of(-share / fullShare), input, null);
    }
}
