package dev.sextant.signals.factor;

import dev.sextant.domain.money.E8;
import dev.sextant.signals.factor.FactorReading.Missing;
import dev.sextant.signals.factor.FactorReading.Present;
import dev.sextant.signals.factor.FactorReading.Reason;

/**
 * Crowding by large trades: net taker volume counted in trades of the 99th percentile's size.
 *
 * @param fullTrades how many such trades count in full
 */
record SizeFactor(double fullTrades) implements Factor {

    static SizeFactor of(Params params) {
        return new SizeFactor(params.number("full_trades"));
    }

    @Override
    public FactorReading read(FactorInputs in) {
        var row = in.row();
        long neededMs = Math.max(in.spec().quantileMs(), in.spec().volumeMs());
        if (!row.coverage().covers(neededMs)) {
            return new Missing(Reason.NOT_COVERED, "size window not covered");
        }
        Long p99E8 = row.p99QtyE8();
        if (p99E8 == null) {
            return new Missing(Reason.NO_INPUT, "no trade in the size window");
        }
        double trades = ((double) row.buyVolE8() - row.sellVolE8()) / p99E8;
        String input = "net taker volume " + Words.signed(trades) + " trades of p99 size " + E8.print(p99E8);
        return new Present(Micros.of(trades / fullTrades), Micros.of(-trades / fullTrades), input, null);
    }
}
