package dev.sextant.signals.factor;

import dev.sextant.signals.factor.FactorReading.Missing;
import dev.sextant.signals.factor.FactorReading.Present;
import dev.sextant.signals.factor.FactorReading.Reason;

/**
 * Taker flow: CVD over volume of the fast window, blended with the middle one.
 *
 * @param fastFull share of the fast window's volume at which it counts in full
 * @param midFull the same for the middle window
 * @param midShare weight of the middle window, 0 to below 1
 */
record CvdFactor(double fastFull, double midFull, double midShare) implements Factor {

    static CvdFactor of(Params params) {
        return new CvdFactor(params.number("fast_full"), params.number("mid_full"), params.number("mid_share"));
    }

    @Override
    public FactorReading read(FactorInputs in) {
        var row = in.row();
        boolean needsMid = midShare > 0;
        if (!row.coverage().covers(needsMid ? in.spec().midMs() : in.spec().fastMs())) {
            return new Missing(Reason.NOT_COVERED, (needsMid ? "mid" : "fast") + " window not covered");
        }
        double fast = share(row.cvdFastE8(), row.fastQtyE8());
        double mid = share(row.cvdMidE8(), row.midQtyE8());
        String input = "cvd/volume fast " + Words.signed(fast) + (needsMid ? ", mid " + Words.signed(mid) : "");
        return new Present(value(fast, mid), value(-fast, -mid), input, null);
    }

    private long value(double fast, double mid) {
        double fastPart = Math.max(0, Math.min(1, fast / fastFull));
        double midPart = Math.max(0, Math.min(1, mid / midFull));
        return Micros.of((1 - midShare) * fastPart + midShare * midPart);
    }

    private static double share(long cvdE8, long qtyE8) {
        return qtyE8 == 0 ? 0 : (double) cvdE8 / qtyE8;
    }
}
