package dev.sextant.signals.window;

import dev.sextant.domain.market.SizeHistogram;
import java.util.Arrays;
import java.util.Map;

/** A bucket's size histogram in two small arrays: a tenth of the memory, which counts when a day of them is kept. */
final class SizeBins {

    static final SizeBins EMPTY = of(new SizeHistogram());

    private final int[] bins;
    private final long[] counts;

    private SizeBins(int size) {
        bins = new int[size];
        counts = new long[size];
    }

    static SizeBins of(SizeHistogram histogram) {
        Map<Integer, Long> filled = histogram.bins();
        SizeBins sizes = new SizeBins(filled.size());
        int i = 0;
        for (Map.Entry<Integer, Long> bin : filled.entrySet()) {
            sizes.bins[i] = bin.getKey();
            sizes.counts[i++] = bin.getValue();
        }
        return sizes;
    }

    void addTo(SizeHistogram histogram) {
        for (int i = 0; i < bins.length; i++) {
            histogram.addToBin(bins[i], counts[i]);
        }
    }

    void takeFrom(SizeHistogram histogram) {
        for (int i = 0; i < bins.length; i++) {
            histogram.addToBin(bins[i], -counts[i]);
        }
    }

    /** For the engine's state hash. */
    @Override
    public String toString() {
        return Arrays.toString(bins) + Arrays.toString(counts);
    }
}
