package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Buckets built anew from stored trades: after a start, and when a hole was filled. Starts and ends at complete rows,
 * because only their ids are sure: an incomplete row keeps the ids it had when it was stored.
 *
 * @param fold stands behind the last trade
 * @param closed oldest first
 */
record Replay(BucketFold fold, List<Bucket> closed) {

    private static final int PAGE = 10_000;

    /**
     * Builds what lies between two rows.
     *
     * @param before the row to start behind, or null to start where recording began
     * @param after the row to stop at, or null to go on to the last trade
     * @param known what frames have taught so far
     */
    static Replay between(
            TradeStore store,
            Symbol symbol,
            RecordedSoFar soFar,
            @Nullable Bucket before,
            @Nullable Bucket after,
            BucketFold known) {
        long fromAggId = before == null ? soFar.first().aggId() : before.sums().lastAggId();
        long toAggId = after == null ? soFar.last().aggId() : after.sums().firstAggId() - 1;
        BucketFold fold = new BucketFold();
        fold.learnFrom(known);
        store.completeBuckets(symbol, fromAggId, toAggId).forEach(fold::learn);
        if (after != null) {
            fold.learn(after);
        }
        List<Bucket> closed = new ArrayList<>();
        for (long next = fromAggId; next <= toAggId; ) {
            List<AggTrade> page = store.trades(symbol, next, toAggId, PAGE);
            for (AggTrade trade : page) {
                closed.addAll(fold.fold(trade));
                if (before != null && trade.aggId() == fromAggId) {
                    // A late trade may stand in a bucket after that of its time: go to where it was counted.
                    closed.addAll(fold.closeUntil(before.endMs()));
                }
            }
            next = page.isEmpty() ? toAggId + 1 : page.getLast().aggId() + 1;
        }
        closed.addAll(fold.closeWhatEnded());
        closed.removeIf(bucket -> before != null && bucket.startMs() <= before.startMs());
        return new Replay(fold, closed);
    }

    /** The latest complete row below an id whose last trade is stored too, so that a reading can start behind it. */
    static @Nullable Bucket startBelow(TradeStore store, Symbol symbol, long aggId) {
        Bucket row = store.completeBefore(symbol, aggId);
        while (row != null && !isStored(store, symbol, row.sums().lastAggId())) {
            row = store.completeBefore(symbol, lowestId(row));
        }
        return row;
    }

    /** As {@link #startBelow}, a number of rows further back. */
    static @Nullable Bucket startBelow(TradeStore store, Symbol symbol, long aggId, int rowsBack) {
        Bucket row = startBelow(store, symbol, aggId);
        for (int i = 0; i < rowsBack && row != null; i++) {
            row = startBelow(store, symbol, lowestId(row));
        }
        return row;
    }

    /** Of an empty bucket the first id is above the last. */
    private static long lowestId(Bucket row) {
        return Math.min(row.sums().firstAggId(), row.sums().lastAggId());
    }

    private static boolean isStored(TradeStore store, Symbol symbol, long aggId) {
        return !store.trades(symbol, aggId, aggId, 1).isEmpty();
    }
}
