package dev.sextant.signals.testing;

import dev.sextant.domain.money.E8;
import dev.sextant.signals.window.Coverage;
import dev.sextant.signals.window.IndicatorRow;
import org.jspecify.annotations.Nullable;

/** Rows made by hand: everything covered and quiet, changed field by field. */
public final class Rows {

    /** The instant of every row made here: 2024-08-09T00:00Z. */
    public static final long AT_MS = 1_723_161_600_000L;

    private long cvdFastE8;
    private long cvdMidE8;
    private @Nullable Long accelE8 = 0L;
    private @Nullable Double atr = 100.0;
    private @Nullable Double percentile = 50.0;
    private @Nullable Long p99E8 = E8.ONE;
    private @Nullable Double vwap = 60_000.0;
    private String price = "60000";
    private long buyE8 = 10 * E8.ONE;
    private long sellE8 = 10 * E8.ONE;
    private long unbrokenFromMs = AT_MS - 86_400_000;
    private boolean atrCovered = true;
    private long atMs = AT_MS;

    public Rows at(long timeMs) {
        unbrokenFromMs += timeMs - atMs;
        atMs = timeMs;
        return this;
    }

    /** CVD of the fast and the middle window, of 1000 units of volume each. */
    public Rows cvd(String fast, String mid) {
        cvdFastE8 = E8.parse(fast);
        cvdMidE8 = E8.parse(mid);
        return this;
    }

    public Rows accel(@Nullable String value) {
        accelE8 = value == null ? null : (Long) E8.parse(value);
        return this;
    }

    public Rows volume(String buys, String sells) {
        buyE8 = E8.parse(buys);
        sellE8 = E8.parse(sells);
        return this;
    }

    public Rows p99(@Nullable String value) {
        p99E8 = value == null ? null : (Long) E8.parse(value);
        return this;
    }

    public Rows atr(@Nullable Double value, @Nullable Double rank) {
        atr = value;
        percentile = rank;
        return this;
    }

    public Rows price(String last, @Nullable Double average) {
        price = last;
        vwap = average;
        return this;
    }

    /** Input unbroken only over the last while. */
    public Rows covered(long lengthMs, boolean candles) {
        unbrokenFromMs = atMs - lengthMs;
        atrCovered = candles;
        return this;
    }

    public IndicatorRow row() {
        long volumeE8 = 1000 * E8.ONE;
        return new IndicatorRow(
                atMs,
                cvdFastE8,
                cvdMidE8,
                0,
                0,
                0L,
                accelE8,
                vwap,
                atr,
                percentile,
                p99E8,
                p99E8,
                buyE8,
                sellE8,
                volumeE8,
                volumeE8,
                E8.parse(price),
                new Coverage(atMs, unbrokenFromMs, 3, atrCovered));
    }
}
