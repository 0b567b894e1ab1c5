package dev.sextant.signals.window;

import dev.sextant.domain.money.E8;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Wilder's average true range and its rank among the recent values. The first average is the mean of the first
 * {@code period} true ranges; then {@code ((period − 1) · ATR + TR) / period}.
 */
final class WilderAtr {

    private record Value(long closeMs, double atr) {}

    private final int period;
    private final long rankMs;
    private final ArrayDeque<Value> recent = new ArrayDeque<>();
    private int ranges;
    private long warmUpSumE8;
    private @Nullable Double atr;

    WilderAtr(int period, long rankMs) {
        this.period = period;
        this.rankMs = rankMs;
    }

    /** Continues from an average that another engine reached. */
    static WilderAtr seeded(int period, long rankMs, AtrSeed seed) {
        WilderAtr wilder = new WilderAtr(period, rankMs);
        wilder.ranges = period;
        wilder.atr = seed.atr();
        wilder.recent.addLast(new Value(seed.atMs(), seed.atr()));
        return wilder;
    }

    void onRange(long closeMs, long trueRangeE8) {
        Double before = atr;
        if (before != null) {
            atr = ((period - 1) * before + E8.toDouble(trueRangeE8)) / period;
        } else {
            ranges++;
            warmUpSumE8 = Math.addExact(warmUpSumE8, trueRangeE8);
            if (ranges < period) {
                return;
            }
            atr = E8.toDouble(warmUpSumE8) / period;
            warmUpSumE8 = 0;
        }
        recent.addLast(new Value(closeMs, atr));
    }

    /** Forgets values of candles closed at or before {@code atMs − rank}, but never the current one. */
    void advance(long atMs) {
        while (recent.size() > 1 && recent.getFirst().closeMs() <= atMs - rankMs) {
            recent.removeFirst();
        }
    }

    /** The current average in quote units, null until {@code period} candles were counted. */
    @Nullable
    Double atr() {
        return atr;
    }

    /** 100 × (values at or below the current one) / (values), null like the average. */
    @Nullable
    Double percentile() {
        Double current = atr;
        if (current == null) {
            return null;
        }
        long below = recent.stream().filter(value -> value.atr() <= current).count();
        return 100.0 * below / recent.size();
    }

    String canonical() {
        return ranges + "|" + warmUpSumE8 + "|" + recent;
    }
}
