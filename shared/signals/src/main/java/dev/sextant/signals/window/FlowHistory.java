package dev.sextant.signals.window;

import org.jspecify.annotations.Nullable;

/** The fast CVD of the last rows, for its slope and acceleration. */
final class FlowHistory {

    private final int lag;
    private final long[] values;
    private long rows;

    FlowHistory(long slopeLagMs) {
        lag = IndicatorSpec.buckets(slopeLagMs);
        values = new long[2 * lag + 1];
    }

    void push(long cvdE8) {
        values[slot(rows)] = cvdE8;
        rows++;
    }

    /** Value now minus a lag ago; null until a lag's worth of earlier rows exists. */
    @Nullable
    Long slopeE8() {
        return rows <= lag ? null : Exact.plus(ago(0), -ago(lag));
    }

    /** Slope now minus a lag ago; null until two lags' worth of earlier rows exists. */
    @Nullable
    Long accelE8() {
        if (rows <= 2L * lag) {
            return null;
        }
        long before = Exact.plus(ago(lag), -ago(2 * lag));
        return Exact.plus(Exact.plus(ago(0), -ago(lag)), -before);
    }

    String canonical() {
        StringBuilder text = new StringBuilder();
        for (int back = 0; back < Math.min(rows, values.length); back++) {
            text.append(ago(back)).append(',');
        }
        return text.toString();
    }

    private long ago(int back) {
        return values[slot(rows - 1 - back)];
    }

    private int slot(long row) {
        return Math.toIntExact(row % values.length);
    }
}
