package dev.sextant.domain.market;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.StringJoiner;
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

    private static final int FIRST_CAPACITY = 16;

    /** The filled bins in rising order, and beside each its count, positive; both up to {@code filled}. */
    private int[] bins = new int[FIRST_CAPACITY];

    private long[] counts = new long[FIRST_CAPACITY];
    private int filled;
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
        int place = Arrays.binarySearch(bins, 0, filled, bin);
        long now = (place < 0 ? 0 : counts[place]) + count;
        if (now < 0) {
            throw new IllegalStateException("bin " + bin + " would hold " + now + " trades");
        }
        if (place >= 0 && now > 0) {
            counts[place] = now;
        } else if (place >= 0) {
            remove(place);
        } else if (now > 0) {
            insert(-place - 1, bin, now);
        }
        total += count;
    }

    private void insert(int place, int bin, long count) {
        if (filled == bins.length) {
            int capacity = Math.max(FIRST_CAPACITY, 2 * filled);
            bins = Arrays.copyOf(bins, capacity);
            counts = Arrays.copyOf(counts, capacity);
        }
        System.arraycopy(bins, place, bins, place + 1, filled - place);
        System.arraycopy(counts, place, counts, place + 1, filled - place);
        bins[place] = bin;
        counts[place] = count;
        filled++;
    }

    private void remove(int place) {
        filled--;
        System.arraycopy(bins, place + 1, bins, place, filled - place);
        System.arraycopy(counts, place + 1, counts, place, filled - place);
    }

    /** Adds all of {@code other}. */
    public void addAll(SizeHistogram other) {
        for (int i = 0; i < other.filled; i++) {
            addToBin(other.bins[i], other.counts[i]);
        }
    }

    /** Takes out all of {@code other}, which must have been added before. */
    public void subtractAll(SizeHistogram other) {
        for (int i = 0; i < other.filled; i++) {
            addToBin(other.bins[i], -other.counts[i]);
        }
    }

    /** Number of trades counted. */
    public long total() {
        return total;
    }

    /** The filled bins in rising order, as an unmodifiable copy. */
    public Map<Integer, Long> bins() {
        TreeMap<Integer, Long> copy = new TreeMap<>();
        for (int i = 0; i < filled; i++) {
            copy.put(bins[i], counts[i]);
        }
        return Collections.unmodifiableMap(copy);
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
        for (int i = 0; i < filled; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return midpointE8(bins[i]);
            }
        }
        throw new AssertionError("ranks end at " + seen + " of " + total);
    }

    /** An independent copy, as small as can be. */
    public SizeHistogram copy() {
        SizeHistogram copy = new SizeHistogram();
        copy.bins = Arrays.copyOf(bins, filled);
        copy.counts = Arrays.copyOf(counts, filled);
        copy.filled = filled;
        copy.total = total;
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SizeHistogram that
                && Arrays.equals(bins, 0, filled, that.bins, 0, that.filled)
                && Arrays.equals(counts, 0, filled, that.counts, 0, that.filled);
    }

    @Override
    public int hashCode() {
        return bins().hashCode();
    }

    /** {@code bin:count} pairs in rising order; part of a bucket's content hash. */
    @Override
    public String toString() {
        StringJoiner pairs = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < filled; i++) {
            pairs.add(bins[i] + ":" + counts[i]);
        }
        return pairs.toString();
    }
}
