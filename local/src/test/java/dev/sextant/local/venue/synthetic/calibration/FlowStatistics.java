package dev.sextant.local.venue.synthetic.calibration;

import java.util.Arrays;

/** How taker flow and price go together within a piece of market. */
record FlowStatistics(
        double imbalanceDeviation, double withReturn, double leadsReturn, double returnDeviationBps, double kurtosis) {

    /** Of intervals of so many seconds. */
    static FlowStatistics of(Tape tape, int seconds) {
        double[] returns = Numbers.returnsBps(Numbers.every(tape.mids(), seconds));
        double[] flows = Numbers.sums(tape.flows(), seconds);
        double[] volumes = Numbers.sums(tape.volumes(), seconds);
        double[] imbalances = new double[flows.length];
        for (int i = 0; i < flows.length; i++) {
            imbalances[i] = volumes[i] == 0 ? 0 : flows[i] / volumes[i];
        }
        double[] aligned = Arrays.copyOf(returns, imbalances.length);
        return new FlowStatistics(
                Numbers.deviation(imbalances),
                Numbers.correlation(imbalances, aligned),
                Numbers.lead(imbalances, aligned),
                Numbers.deviation(aligned),
                Numbers.kurtosis(aligned));
    }
}
