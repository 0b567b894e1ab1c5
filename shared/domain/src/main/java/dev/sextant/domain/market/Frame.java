package dev.sextant.domain.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ingest puts on the {@code market} stream: one symbol's news, at most every 250 ms and at least every second.
 * Any later frame repairs a lost one; a duplicate changes nothing.
 *
 * @param symbol whose frame
 * @param epoch the ingest's lease epoch; consumers reject a lower one than they have seen
 * @param sequence rises by one per frame of (symbol, epoch), from 0
 * @param watermarkMs exchange time up to which this symbol's trades are complete in the frames so far
 * @param open cumulative sums of the open bucket, or null before the first trade
 * @param trades raw trades since the last frame, ids rising; empty when idle
 * @param closed final records of up to the last {@link #KEPT_BUCKETS} buckets, oldest first, in key frames; else empty
 */
public record Frame(
        Symbol symbol,
        long epoch,
        long sequence,
        long watermarkMs,
        @Nullable BucketSums open,
        List<AggTrade> trades,
        List<Bucket> closed)
        implements MarketRecord {

    /** How many closed buckets a key frame repeats. */
    public static final int KEPT_BUCKETS = 4;

    public Frame {
        trades = List.copyOf(trades);
        closed = List.copyOf(closed);
        if (closed.size() > KEPT_BUCKETS) {
            throw new IllegalArgumentException(
                    "frame carries " + closed.size() + " closed buckets, expected at most " + KEPT_BUCKETS);
        }
        for (int i = 1; i < trades.size(); i++) {
            long before = trades.get(i - 1).aggId();
            if (trades.get(i).aggId() <= before) {
                throw new IllegalArgumentException(
                        "trade " + trades.get(i).aggId() + " follows trade " + before + ", expected rising ids");
            }
        }
    }
}
