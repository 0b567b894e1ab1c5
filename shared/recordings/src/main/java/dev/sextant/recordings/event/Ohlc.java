package dev.sextant.recordings.event;

import java.math.BigDecimal;

/** Open, high, low and close: positive, the high the largest, the low the smallest. */
public record Ohlc(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {

    public Ohlc {
        Positive.require("low", low);
        if (high.compareTo(open.max(close)) < 0) {
            throw new IllegalArgumentException(
                    "high is '" + high.toPlainString() + "', expected at least open and close");
        }
        if (low.compareTo(open.min(close)) > 0) {
            throw new IllegalArgumentException("low is '" + low.toPlainString() + "', expected at most open and close");
        }
    }
}
