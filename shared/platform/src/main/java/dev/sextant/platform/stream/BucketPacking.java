package dev.sextant.platform.stream;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketSums;
import dev.sextant.domain.market.SizeHistogram;
import java.math.BigInteger;
import java.util.Map;

/** Bucket sums and closed buckets with their size histograms, each relative to the bucket before it in the record. */
final class BucketPacking {

    private static final int COMPLETE = 1;
    private static final int BY_EVENT_TIME = 1 << 1;
    private static final int MAX_NOTIONAL_BYTES = 32;

    private BucketPacking() {}

    /**
     * What a bucket's fields are compared with.
     *
     * @param index the bucket's start divided by its length
     */
    record Reference(long index, long aggId, long ticks) {

        /** The bucket that starts where this one ends, with the next id, at the last price. */
        static Reference after(BucketSums sums, Scales scales) {
            return new Reference(
                    sums.startMs() / Bucket.LENGTH_MS + 1, sums.lastAggId() + 1, scales.ticks(sums.closeE8()));
        }
    }

    static void writeSums(WireWriter out, Scales scales, Reference reference, BucketSums sums) {
        long open = scales.ticks(sums.openE8());
        long span = sums.lastAggId() - sums.firstAggId() + 1;
        out.zigzag(sums.startMs() / Bucket.LENGTH_MS - reference.index);
        out.zigzag(sums.firstAggId() - reference.aggId);
        out.varint(span);
        out.zigzag(span - sums.count());
        out.zigzag(open - reference.ticks);
        out.varint(scales.ticks(sums.highE8()) - open);
        out.varint(open - scales.ticks(sums.lowE8()));
        out.zigzag(scales.ticks(sums.closeE8()) - open);
        out.varint(scales.steps(sums.buyQtyE8()));
        out.varint(scales.steps(sums.sellQtyE8()));
        out.big(checked(sums.startMs(), sums.notionalE16()).divide(scales.notionalUnit()));
    }

    private static BigInteger checked(long startMs, BigInteger notionalE16) {
        if (notionalE16.bitLength() >= MAX_NOTIONAL_BYTES * 8) {
            throw new IllegalArgumentException("bucket " + startMs + " has a notional of " + notionalE16.bitLength()
                    + " bits, expected less than " + MAX_NOTIONAL_BYTES * 8);
        }
        return notionalE16;
    }

    static BucketSums readSums(WireReader in, Scales scales, Reference reference) {
        long startMs = Math.multiplyExact(reference.index + in.zigzag("a bucket's start"), Bucket.LENGTH_MS);
        long firstAggId = reference.aggId + in.zigzag("a bucket's first id");
        long span = in.varint("a bucket's span of ids");
        long count = span - in.zigzag("a bucket's missing ids");
        long open = reference.ticks + in.zigzag("an open price");
        long high = open + in.varint("a high price");
        long low = open - in.varint("a low price");
        long close = open + in.zigzag("a close price");
        return new BucketSums(
                startMs,
                firstAggId,
                firstAggId + span - 1,
                count,
                scales.priceE8(open),
                scales.priceE8(high),
                scales.priceE8(low),
                scales.priceE8(close),
                scales.qtyE8(in.varint("a bought quantity")),
                scales.qtyE8(in.varint("a sold quantity")),
                checked(startMs, in.big("a notional", MAX_NOTIONAL_BYTES).multiply(scales.notionalUnit())));
    }

    static void writeClosed(WireWriter out, Scales scales, Reference reference, Bucket bucket) {
        out.u8((bucket.complete() ? COMPLETE : 0)
                | switch (bucket.closedBy()) {
                    case TRADE -> 0;
                    case EVENT_TIME -> BY_EVENT_TIME;
                });
        writeSums(out, scales, reference, bucket.sums());
        Map<Integer, Long> bins = bucket.sizes().bins();
        out.varint(bins.size());
        int last = 0;
        for (Map.Entry<Integer, Long> bin : bins.entrySet()) {
            boolean several = bin.getValue() > 1;
            out.varint((long) (bin.getKey() - last) << 1 | (several ? 1 : 0));
            if (several) {
                out.varint(bin.getValue() - 2);
            }
            last = bin.getKey();
        }
    }

    static Bucket readClosed(WireReader in, Scales scales, Reference reference) {
        int flags = in.u8("the flags of a bucket");
        if ((flags & ~(COMPLETE | BY_EVENT_TIME)) != 0) {
            throw in.corrupt("bucket flags 0 to 3", Integer.toString(flags));
        }
        BucketSums sums = readSums(in, scales, reference);
        Bucket.CloseCause cause = (flags & BY_EVENT_TIME) != 0 ? Bucket.CloseCause.EVENT_TIME : Bucket.CloseCause.TRADE;
        return new Bucket(sums, readSizes(in), (flags & COMPLETE) != 0, cause);
    }

    private static SizeHistogram readSizes(WireReader in) {
        SizeHistogram sizes = new SizeHistogram();
        int bins = in.count("size bins", 1);
        int last = 0;
        for (int i = 0; i < bins; i++) {
            long step = in.varint("a size bin");
            int bin = Math.addExact(last, Math.toIntExact(step >>> 1));
            if (bin == last) {
                throw in.corrupt("size bins in rising order", "bin " + bin + " again");
            }
            long more = (step & 1) != 0 ? in.varint("the trades of a size bin") : -1;
            sizes.addToBin(bin, Math.addExact(more, 2));
            last = bin;
        }
        return sizes;
    }
}
