package dev.sextant.local.venue.synthetic.calibration;

import java.util.Arrays;

/** Aggregate trades as rows of numbers, and the mid price at each full second. */
final class Tape {

    private long[] timesMs = new long[1 << 16];
    private double[] signedQty = new double[1 << 16];
    private long[] singles = new long[1 << 16];
    private double[] mids = new double[1 << 12];
    private int trades;
    private int seconds;
    private final long firstMs;

    /** @param firstMs the full second the first mid price is of */
    Tape(long firstMs) {
        this.firstMs = firstMs;
    }

    void trade(long timeMs, double qty, int singlesIn) {
        if (trades == timesMs.length) {
            timesMs = Arrays.copyOf(timesMs, 2 * trades);
            signedQty = Arrays.copyOf(signedQty, 2 * trades);
            singles = Arrays.copyOf(singles, 2 * trades);
        }
        timesMs[trades] = timeMs;
        singles[trades] = singlesIn;
        signedQty[trades++] = qty;
    }

    void mid(double price) {
        if (seconds == mids.length) {
            mids = Arrays.copyOf(mids, 2 * seconds);
        }
        mids[seconds++] = price;
    }

    int seconds() {
        return seconds - 1;
    }

    double[] mids() {
        return Arrays.copyOf(mids, seconds);
    }

    double[] qtys() {
        return Numbers.magnitudes(Arrays.copyOf(signedQty, trades));
    }

    double[] sides() {
        return Numbers.map(Arrays.copyOf(signedQty, trades), Math::signum);
    }

    double singlesPerTrade() {
        return (double) Arrays.stream(singles, 0, trades).sum() / trades;
    }

    /** Share of trades in the same millisecond as the one before. */
    double atOnce() {
        int same = 0;
        for (int i = 1; i < trades; i++) {
            same += timesMs[i] == timesMs[i - 1] ? 1 : 0;
        }
        return same / (trades - 1.0);
    }

    /** Trades in each second, in order. */
    double[] counts() {
        return perSecond(false, true);
    }

    double[] volumes() {
        return perSecond(true, true);
    }

    /** Bought less sold. */
    double[] flows() {
        return perSecond(true, false);
    }

    private double[] perSecond(boolean quantity, boolean absolute) {
        double[] sums = new double[seconds()];
        for (int i = 0; i < trades; i++) {
            int second = (int) Math.floorDiv(timesMs[i] - 1 - firstMs, 1_000L);
            if (second >= 0 && second < sums.length) {
                sums[second] += quantity ? absolute ? Math.abs(signedQty[i]) : signedQty[i] : 1;
            }
        }
        return sums;
    }

    /** A part of it by seconds, for comparisons with a short recording. */
    Tape part(int fromSecond, int length) {
        Tape part = new Tape(firstMs + 1_000L * fromSecond);
        int from = below(firstMs + 1_000L * fromSecond);
        int to = below(firstMs + 1_000L * (fromSecond + length));
        for (int i = from; i < to; i++) {
            part.trade(timesMs[i], signedQty[i], (int) singles[i]);
        }
        for (int i = fromSecond; i <= fromSecond + length; i++) {
            part.mid(mids[i]);
        }
        return part;
    }

    private int below(long timeMs) {
        int found = Arrays.binarySearch(timesMs, 0, trades, timeMs);
        int at = found < 0 ? -found - 1 : found;
        while (at > 0 && timesMs[at - 1] == timeMs) {
            at--;
        }
        return at;
    }
}
