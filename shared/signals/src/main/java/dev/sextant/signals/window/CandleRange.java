package dev.sextant.signals.window;

import java.util.OptionalLong;

/**
 * Folds contiguous slices into epoch-aligned candles and gives each counted candle's true range. The candle that holds
 * the start of the input is incomplete: it is not counted and only leaves its close behind. A candle without a trade is
 * flat at the previous close.
 */
final class CandleRange {

    private final long candleMs;
    private boolean counted;
    private long previousCloseE8;
    private boolean traded;
    private long highE8;
    private long lowE8;
    private long closeE8;

    /** Starts an input in the middle of nowhere: the first candle does not count. */
    CandleRange(long candleMs) {
        this.candleMs = candleMs;
    }

    /** Starts at a candle boundary behind a known close: the first candle counts. */
    CandleRange(long candleMs, long previousCloseE8) {
        this.candleMs = candleMs;
        this.previousCloseE8 = previousCloseE8;
        this.closeE8 = previousCloseE8;
        this.counted = true;
    }

    /** Folds a slice; the true range, units of 10⁻⁸, when it closed a counted candle. */
    OptionalLong onSlice(Slice slice, long endMs) {
        if (slice.traded()) {
            highE8 = traded ? Math.max(highE8, slice.highE8()) : slice.highE8();
            lowE8 = traded ? Math.min(lowE8, slice.lowE8()) : slice.lowE8();
            traded = true;
        }
        closeE8 = slice.closeE8();
        if (endMs % candleMs != 0) {
            return OptionalLong.empty();
        }
        OptionalLong range = counted ? OptionalLong.of(trueRangeE8()) : OptionalLong.empty();
        counted = true;
        previousCloseE8 = closeE8;
        traded = false;
        return range;
    }

    private long trueRangeE8() {
        if (!traded) {
            return 0;
        }
        long fromPrevious = Math.max(Math.abs(highE8 - previousCloseE8), Math.abs(lowE8 - previousCloseE8));
        return Math.max(highE8 - lowE8, fromPrevious);
    }

    String canonical() {
        String range = traded ? highE8 + "|" + lowE8 : "flat";
        return counted + "|" + previousCloseE8 + "|" + closeE8 + "|" + range;
    }
}
