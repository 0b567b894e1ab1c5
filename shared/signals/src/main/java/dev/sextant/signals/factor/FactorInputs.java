package dev.sextant.signals.factor;

import dev.sextant.signals.window.IndicatorRow;
import dev.sextant.signals.window.IndicatorSpec;

/**
 * All that a factor may look at.
 *
 * @param spec the lengths the row was computed with
 * @param row the indicators at the decision's instant
 * @param asOf the symbol's readings; factors ask only as of the row's instant
 */
public record FactorInputs(IndicatorSpec spec, IndicatorRow row, AsOf asOf) {

    long atMs() {
        return row.atMs();
    }
}
