package dev.sextant.domain.market;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of trade quantities in logarithmic bins, 64 per octave, so that histograms of many buckets can be added and
 * subtracted exactly and still answer quantiles. A bin's midpoint differs from any quantity in it by at most 1/128
 * (0.79 %). Bins are a function of the integer {@code qtyE8} alone, so every machine fills the same ones.
 *
 * <p>Mutable, not thread-safe.
 */
public final class SizeHistogram {

    private static final int SUB_BITS = 6;
    private static final int SUBS = 1 << SUB_BITS;
    private static final int BINS = (64 - SUB_BITS) * SUBS;

    private final TreeMap<Integer, Long> counts = new TreeMap<>();
    private long total;

    /** The bin of a positive quantity. */
    public static int binOf(long qtyE8) {
        if (qtyE8 <= 0) {
            throw new IllegalArgumentException("quantity " + qtyE8 + " has no bin, expected a positive number");
        }
        int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(qtyE8) - SUB_BITS);
        return shift * SUBS + (int) (qtyE8 >>> shift);
    }

    /** The midpoint of a bin, rounded down: what {@link #quantileE8} reports for it. */
    public static long midpointE8(int bin) {
        if (bin < SUBS * 2) {
            return bin;
        }
        int shift = bin / SUBS - 1;
        long low = (long) (bin - shift * SUBS) << shift;
        return low + ((1L << shift) - 1) / 2;
    }

    /** Counts one trade. */
    public void add(long qtyE8) {
        addToBin(binOf(qtyE8), 1);
    }

    /**
     * Adds {@code count} (which may be negative) to a bin.
     *
     * @throws IllegalStateException when the bin would fall below zero
     */
    public void addToBin(int bin, long count) {
        if (bin < 1 || bin >= BINS) {
            throw new IllegalArgumentException("bin " + bin + " does not exist, expected 1 to " + (BINS - 1));
        }
        long now = counts.getOrDefault(bin, 0L) + count;
        if (now < 0) {
            throw new IllegalStateException("bin " + bin + " would hold " + now + " trades");
        }
        if (now == 0) {
            counts.remove(bin);
        } else {
            counts.put(bin, now);
        }
        total += count;
    }

    /** Adds all of {@code other}. */
    public void addAll(SizeHistogram other) {
        other.counts.forEach(this::addToBin);
    }

    /** Takes out all of {@code other}, which must have been added before. */
    public void subtractAll(SizeHistogram other) {
        other.counts.forEach((bin, count) -> addToBin(bin, -count));
    }

    /** Number of trades counted. */
    public long total() {
        return total;
    }

    /** The filled bins in rising order, as an unmodifiable copy. */
    public Map<Integer, Long> bins() {
        return java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /**
     * The nearest-rank quantile: the bin midpoint of the trade with rank ⌈p · total / 100⌉ from below.
     *
     * @param percent 1 to 100
     * @throws IllegalStateException when nothing was counted
     */
    public long quantileE8(int percent) {
        if (total == 0) {
            throw new IllegalStateException("no trade was counted");
        }
        long rank = Math.max(1, Math.ceilDiv(Math.multiplyExact(total, percent), 100));
        long seen = 0;
        for (Map.Entry<Integer, Long> bin : counts.entrySet()) {
            seen += bin.getValue();
            if (seen >= rank) {
                return midpointE8(bin.getKey());
            }
        }
        throw new AssertionError("ranks end at " + seen + " of " + total);
    }

    /** An independent copy. */
    public SizeHistogram copy() {
        SizeHistogram copy = new SizeHistogram();
        copy.addAll(this);
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SizeHistogram that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    /** {@code bin:count} pairs in rising order; part of a bucket's content hash. */
    @Override
    public String toString() {
        return Arrays.toString(counts.entrySet().stream()
                .map(bin -> bin.getKey() + ":" + bin.getValue())
                .toArray());
    }
}
