package dev.sextant.platform.stream;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketSums;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a frame record, version 1. FRAME.md is the page for it. */
final class FrameBody {

    /** 40 characters of at most four bytes. */
    static final int MAX_SYMBOL_BYTES = 160;

    private static final int HAS_OPEN = 1;
    private static final int MIN_BUCKET_BYTES = 13;

    private FrameBody() {}

    static void write(WireWriter out, Frame frame) {
        Scales scales = Scales.of(frame);
        BucketSums open = frame.open();
        out.text(frame.symbol().name());
        out.varint(frame.epoch());
        out.varint(frame.sequence());
        out.varint(frame.watermarkMs());
        scales.write(out);
        out.u8(open == null ? 0 : HAS_OPEN);
        BucketPacking.Reference reference = head(frame.watermarkMs());
        if (open != null) {
            BucketPacking.writeSums(out, scales, reference, open);
        }
        TradePacking.write(
                out,
                scales,
                beforeTrades(frame.watermarkMs(), open, scales, frame.trades().size()),
                frame.trades());
        out.varint(frame.closed().size());
        reference = open == null
                ? reference
                : beforeClosed(open, scales, frame.closed().size());
        for (Bucket bucket : frame.closed()) {
            BucketPacking.writeClosed(out, scales, reference, bucket);
            reference = BucketPacking.Reference.after(bucket.sums(), scales);
        }
    }

    static Frame read(WireReader in) {
        Symbol symbol = new Symbol(in.text("a symbol", MAX_SYMBOL_BYTES));
        long epoch = in.varint("an epoch");
        long sequence = in.varint("a sequence");
        long watermarkMs = in.varint("a watermark");
        Scales scales = Scales.read(in);
        int flags = in.u8("the flags of a frame");
        if ((flags & ~HAS_OPEN) != 0) {
            throw in.corrupt("frame flags 0 or 1", Integer.toString(flags));
        }
        BucketPacking.Reference reference = head(watermarkMs);
        BucketSums open = flags == 0 ? null : BucketPacking.readSums(in, scales, reference);
        int trades = TradePacking.readCount(in);
        var packed = TradePacking.read(in, scales, beforeTrades(watermarkMs, open, scales, trades), trades);
        int closed = in.count("closed buckets", MIN_BUCKET_BYTES);
        reference = open == null ? reference : beforeClosed(open, scales, closed);
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < closed; i++) {
            Bucket bucket = BucketPacking.readClosed(in, scales, reference);
            buckets.add(bucket);
            reference = BucketPacking.Reference.after(bucket.sums(), scales);
        }
        return new Frame(symbol, epoch, sequence, watermarkMs, open, packed, buckets);
    }

    private static BucketPacking.Reference head(long watermarkMs) {
        return new BucketPacking.Reference(Math.floorDiv(watermarkMs, Bucket.LENGTH_MS), 0, 0);
    }

    /** The trades of a frame mostly end where its open bucket ends so far, and its last fill is unknown. */
    private static TradePacking.Previous beforeTrades(
            long watermarkMs, @Nullable BucketSums open, Scales scales, int trades) {
        return open == null
                ? new TradePacking.Previous(-1, 0, watermarkMs, -1)
                : new TradePacking.Previous(open.lastAggId() - trades, scales.ticks(open.closeE8()), watermarkMs, -1);
    }

    /** The closed buckets mostly end where the open one starts. */
    private static BucketPacking.Reference beforeClosed(BucketSums open, Scales scales, int closed) {
        return new BucketPacking.Reference(
                open.startMs() / Bucket.LENGTH_MS - closed, open.firstAggId(), scales.ticks(open.openE8()));
    }
}
