package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Stores one symbol's buckets, those it built itself and those the frames carry, and compares the two. After the first
 * difference it stores no more: the symbol is blocked.
 */
final class BucketLedger {

    private static final int REMEMBERED = 64;

    private final Symbol symbol;
    private final TradeStore store;
    private final Consumer<RecorderEvent> events;
    private final TreeMap<Long, Bucket> own = new TreeMap<>();
    private final TreeMap<Long, Bucket> framed = new TreeMap<>();

    private long readingFromMs = Long.MAX_VALUE;
    private boolean blocked;

    BucketLedger(Symbol symbol, TradeStore store, Consumer<RecorderEvent> events, boolean blocked) {
        this.symbol = symbol;
        this.store = store;
        this.events = events;
        this.blocked = blocked;
    }

    boolean isBlocked() {
        return blocked;
    }

    /** Tells when the first trade was made that was read. */
    void readingFrom(long tradeTimeMs) {
        readingFromMs = Math.min(readingFromMs, Bucket.startOf(tradeTimeMs));
    }

    void storeOwn(List<Bucket> closed) {
        for (Bucket bucket : closed) {
            own.put(bucket.startMs(), bucket);
            forgetOld(own);
            store(bucket, BucketSource.READING);
        }
    }

    /** A frame's bucket is stored where it knows more than the reading; where both are complete they must agree. */
    void storeFramed(List<Bucket> closed) {
        for (Bucket bucket : closed) {
            if (isNews(bucket)) {
                if (!followsItsPredecessor(bucket)) {
                    differs(bucket, BucketSource.FRAME);
                }
                Bucket mine = own.get(bucket.startMs());
                if (mine != null && mine.complete() && bucket.complete()) {
                    if (!mine.contentHash().equals(bucket.contentHash())) {
                        differs(bucket, BucketSource.FRAME);
                    }
                } else if (bucket.complete() || bucket.startMs() < readingFromMs) {
                    store(bucket, BucketSource.FRAME);
                }
            }
        }
    }

    /** Key frames repeat a bucket up to eight times; only the first, and the first complete one, is looked at. */
    private boolean isNews(Bucket bucket) {
        Bucket before = framed.get(bucket.startMs());
        boolean isNews = before == null || (!before.complete() && bucket.complete());
        if (isNews) {
            framed.put(bucket.startMs(), bucket);
            forgetOld(framed);
        }
        return isNews;
    }

    /** Complete buckets one after the other leave out no id. */
    private boolean followsItsPredecessor(Bucket bucket) {
        Bucket before = framed.get(bucket.startMs() - Bucket.LENGTH_MS);
        return before == null
                || !before.complete()
                || !bucket.complete()
                || before.sums().lastAggId() + 1 == bucket.sums().firstAggId();
    }

    private void store(Bucket bucket, BucketSource source) {
        if (blocked) {
            return;
        }
        switch (store.storeBucket(symbol, bucket, source)) {
            case STORED, SAME -> {}
            case UPGRADED -> events.accept(new RecorderEvent.BucketUpgraded(symbol, bucket.startMs()));
            case DIFFERENT -> differs(bucket, source);
        }
    }

    private void differs(Bucket bucket, BucketSource source) {
        if (!blocked) {
            blocked = true;
            events.accept(new RecorderEvent.BucketDiffers(symbol, bucket, source));
        }
    }

    private static void forgetOld(NavigableMap<Long, ?> byStart) {
        while (byStart.size() > REMEMBERED) {
            byStart.pollFirstEntry();
        }
    }
}
