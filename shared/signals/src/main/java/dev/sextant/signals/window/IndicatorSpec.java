package dev.sextant.signals.window;

import dev.sextant.domain.market.Bucket;

/**
 * The lengths that indicators are computed over, epoch-aligned multiples of {@link Bucket#LENGTH_MS} and at most a day.
 * Windows are half-open: the row at T looks at {@code [T − length, T)}.
 *
 * @param fastMs short flow window; CVD, VWAP, slope and acceleration
 * @param midMs middle flow window, at least {@code fastMs}
 * @param dayMs long flow window, at least {@code midMs}
 * @param quantileMs window of the trade-size quantiles
 * @param volumeMs window of the taker buy and sell volumes
 * @param slopeLagMs distance of the two values a slope compares
 * @param candleMs length of the candles under the ATR
 * @param atrPeriod Wilder's period in candles, 1 to 200
 * @param atrRankMs how far back the ATR's percentile looks
 */
public record IndicatorSpec(
        long fastMs,
        long midMs,
        long dayMs,
        long quantileMs,
        long volumeMs,
        long slopeLagMs,
        long candleMs,
        int atrPeriod,
        long atrRankMs) {

    /** The longest length allowed anywhere: one day, which is what the desk keeps at hand for a cold start. */
    public static final long MAX_LENGTH_MS = 86_400_000;

    /** The largest period allowed. */
    public static final int MAX_ATR_PERIOD = 200;

    /** The indicator page: 30 min, 4 h and 24 h; quantiles over 24 h; volume and slope over 60 s; ATR(14) of 5 min. */
    public static final IndicatorSpec STANDARD =
            new IndicatorSpec(1_800_000, 14_400_000, 86_400_000, 86_400_000, 60_000, 60_000, 300_000, 14, 86_400_000);

    public IndicatorSpec {
        requireLength("fastMs", fastMs);
        requireLength("midMs", midMs);
        requireLength("dayMs", dayMs);
        requireLength("quantileMs", quantileMs);
        requireLength("volumeMs", volumeMs);
        requireLength("slopeLagMs", slopeLagMs);
        requireLength("candleMs", candleMs);
        requireLength("atrRankMs", atrRankMs);
        if (midMs < fastMs || dayMs < midMs) {
            throw new IllegalArgumentException("windows fast " + fastMs + ", mid " + midMs + ", day " + dayMs
                    + " ms are out of order, expected fast ≤ mid ≤ day");
        }
        if (atrPeriod < 1 || atrPeriod > MAX_ATR_PERIOD) {
            throw new IllegalArgumentException(
                    "atrPeriod is " + atrPeriod + ", expected 1 to " + MAX_ATR_PERIOD + " candles");
        }
    }

    private static void requireLength(String name, long lengthMs) {
        if (lengthMs < Bucket.LENGTH_MS || lengthMs > MAX_LENGTH_MS || lengthMs % Bucket.LENGTH_MS != 0) {
            throw new IllegalArgumentException(name + " is " + lengthMs + ", expected a multiple of " + Bucket.LENGTH_MS
                    + " ms up to " + MAX_LENGTH_MS);
        }
    }

    /** What the acceleration looks back on: the fast window and two lags, in ms. */
    public long accelReachMs() {
        return fastMs + 2 * slopeLagMs;
    }

    /** The longest of the windows, in ms. */
    public long longestWindowMs() {
        return Math.max(Math.max(dayMs, quantileMs), volumeMs);
    }

    /** The longest stretch that anything but the ATR's rank looks back on, in ms; coverage is known this far back. */
    public long reachMs() {
        return Math.max(Math.max(longestWindowMs(), accelReachMs()), (atrPeriod + 1L) * candleMs);
    }

    /**
     * Where to start feeding buckets so that an engine stands at {@code atMs} exactly as one that ran through: a candle
     * boundary, for which {@link AtrSeed} wants the row stored there. Where stored history starts later, or that row has
     * no ATR yet, feed all of it without a seed.
     */
    public long historyFromMs(long atMs) {
        long dayStartMs = Math.floorDiv(atMs - 1, MAX_LENGTH_MS) * MAX_LENGTH_MS;
        long windowsMs = atMs - Math.max(reachMs(), atrRankMs);
        return Math.floorDiv(Math.min(dayStartMs, windowsMs), candleMs) * candleMs;
    }

    static int buckets(long lengthMs) {
        return Math.toIntExact(lengthMs / Bucket.LENGTH_MS);
    }
}
