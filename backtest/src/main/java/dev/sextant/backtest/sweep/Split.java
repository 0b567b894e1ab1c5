package dev.sextant.backtest.sweep;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How a recording's time is divided. With one fold, a share of it trains and the rest tests. With more, it is cut into
 * one part more than there are folds: each part but the first is tested by what was best in all before it.
 *
 * @param train the share that trains, 0.1 to 0.9; only of one fold
 * @param folds 1 to 20
 */
public record Split(BigDecimal train, int folds) {

    /** What most use. */
    public static final Split USUAL = new Split(new BigDecimal("0.7"), 1);

    public Split {
        if (train.compareTo(new BigDecimal("0.1")) < 0 || train.compareTo(new BigDecimal("0.9")) > 0) {
            throw new IllegalArgumentException("train is " + train.toPlainString() + ", expected 0.1 to 0.9");
        }
        if (folds < 1 || folds > 20) {
            throw new IllegalArgumentException("folds is " + folds + ", expected 1 to 20");
        }
    }

    /**
     * The windows.
     *
     * @param firstMs the recording's first moment
     * @param lastMs its last
     * @param quietMs how long before a border nothing is taken
     * @throws IllegalArgumentException when a window would be all quiet
     */
    List<Fold> folds(long firstMs, long lastMs, long quietMs) {
        long span = lastMs - firstMs + 1;
        List<Long> ends = new ArrayList<>();
        if (folds == 1) {
            ends.add(firstMs
                    + train.multiply(BigDecimal.valueOf(span))
                            .setScale(0, RoundingMode.DOWN)
                            .longValueExact());
        } else {
            for (int part = 1; part <= folds; part++) {
                ends.add(firstMs + span * part / (folds + 1));
            }
        }
        ends.add(lastMs + 1);
        List<Fold> all = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            long border = ends.get(fold);
            long end = ends.get(fold + 1);
            if (border - firstMs <= quietMs || end - border <= quietMs) {
                throw new IllegalArgumentException(
                        "the recording lasts " + span + " ms, too short: each window needs more" + " than " + quietMs
                                + " ms, the time a cycle takes with this latency");
            }
            all.add(new Fold(
                    new TimeWindow(firstMs, border, quietMs, false),
                    new TimeWindow(border, end, quietMs, fold == folds - 1)));
        }
        return all;
    }
}
