package dev.sextant.signals.window;

import dev.sextant.domain.market.SizeHistogram;
import org.jspecify.annotations.Nullable;

/** The trade-size histogram of a window, rolled like the sums. */
final class SizeQuantiles {

    private final int buckets;
    private final SizeHistogram histogram = new SizeHistogram();

    SizeQuantiles(long lengthMs) {
        buckets = IndicatorSpec.buckets(lengthMs);
    }

    void roll(Slice entering, SliceRing ring) {
        histogram.addAll(entering.sizes());
        Slice leaving = ring.ago(buckets);
        if (leaving != null) {
            histogram.subtractAll(leaving.sizes());
        }
    }

    /** Nearest-rank quantile of the window's quantities, null without a trade. */
    @Nullable
    Long quantileE8(int percent) {
        return histogram.total() == 0 ? null : histogram.quantileE8(percent);
    }

    String canonical() {
        return histogram.toString();
    }
}
