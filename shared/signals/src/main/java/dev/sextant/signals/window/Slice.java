package dev.sextant.signals.window;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketSums;
import dev.sextant.domain.market.SizeHistogram;
import java.math.BigInteger;

/** What the engine keeps of a bucket for a day; a record, so its text names every field in the engine's state hash. */
record Slice(
        long startMs,
        boolean traded,
        long highE8,
        long lowE8,
        long closeE8,
        long cvdE8,
        BigInteger qtyE8,
        BigInteger notionalE16,
        SizeHistogram sizes) {

    static Slice of(Bucket bucket) {
        BucketSums sums = bucket.sums();
        return new Slice(
                sums.startMs(),
                sums.count() > 0,
                sums.highE8(),
                sums.lowE8(),
                sums.closeE8(),
                sums.cvdE8(),
                BigInteger.valueOf(sums.buyQtyE8()).add(BigInteger.valueOf(sums.sellQtyE8())),
                sums.notionalE16(),
                bucket.sizes().copy());
    }

    /** The stand-in for a bucket nobody has: no trade, the price stays. */
    static Slice absent(long startMs, long priceE8) {
        BigInteger nothing = BigInteger.ZERO;
        return new Slice(startMs, false, priceE8, priceE8, priceE8, 0, nothing, nothing, new SizeHistogram());
    }
}
