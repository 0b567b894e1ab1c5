package dev.sextant.domain.market;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one symbol's trades, given in id order, into {@link Bucket}s. Used by the ingest (whose frames carry the
 * result), by the recorder (which compares) and by offline commands. A pure fold: no clock, no I/O.
 *
 * <p>A bucket closes on the first trade at or past its end, or on event time at least {@link #QUIET_MS} past it.
 * Intervals without a trade become empty buckets at the previous close. The first bucket is complete only if the first
 * trade stands exactly at its start.
 */
public final class BucketBuilder {

    /** Event time must be this far past a bucket's end to close it without a trade. */
    public static final long QUIET_MS = 1_000;

    /** No market is silent for longer: a later trade time is taken for a broken one, not for weeks of empty buckets. */
    public static final long MAX_JUMP_MS = 31 * 86_400_000L;

    private @Nullable Open open;
    private long expectedAggId = -1;

    /**
     * Folds one trade and returns the buckets it closed, oldest first.
     *
     * <p>A trade whose time lies before the open bucket, which the venue sent late, counts in the open bucket.
     *
     * @throws IllegalArgumentException when ids go back, or the trade's time is more than {@link #MAX_JUMP_MS} past the
     *     open bucket; nothing has changed then
     */
    public List<Bucket> onTrade(AggTrade trade) {
        if (expectedAggId >= 0 && trade.aggId() < expectedAggId) {
            throw new IllegalArgumentException(
                    "trade " + trade.aggId() + " comes after " + (expectedAggId - 1) + ": ids must rise");
        }
        if (open != null) {
            requireNear(open, trade.tradeTimeMs(), "trade " + trade.aggId());
        }
        boolean gap = expectedAggId >= 0 && trade.aggId() > expectedAggId;
        List<Bucket> closed = new ArrayList<>();
        if (open == null) {
            open = Open.first(trade);
        } else {
            closeUntil(Math.max(trade.tradeTimeMs(), open.startMs), gap, closed, Bucket.CloseCause.TRADE);
        }
        open.complete &= !gap;
        open.add(trade);
        expectedAggId = trade.aggId() + 1;
        return closed;
    }

    /**
     * Tells that the same socket has delivered an event of this time; returns the buckets that closes.
     *
     * @throws IllegalArgumentException when the time is more than {@link #MAX_JUMP_MS} past the open bucket
     */
    public List<Bucket> onEventTime(long eventTimeMs) {
        List<Bucket> closed = new ArrayList<>();
        if (open != null) {
            requireNear(open, eventTimeMs, "event");
            closeUntil(eventTimeMs - QUIET_MS, false, closed, Bucket.CloseCause.EVENT_TIME);
        }
        return closed;
    }

    /** The sums of the open bucket, or null before the first trade. */
    public @Nullable BucketSums openSums() {
        return open == null ? null : open.sums();
    }

    /** The id of the next contiguous trade, or −1 before the first. */
    public long expectedAggId() {
        return expectedAggId;
    }

    private static void requireNear(Open open, long timeMs, String what) {
        if (timeMs - open.startMs > MAX_JUMP_MS) {
            throw new IllegalArgumentException(
                    what + " has time " + timeMs + ", expected at most " + MAX_JUMP_MS + " ms after " + open.startMs);
        }
    }

    private void closeUntil(long timeMs, boolean gap, List<Bucket> closed, Bucket.CloseCause cause) {
        Open current = java.util.Objects.requireNonNull(open);
        while (timeMs >= current.startMs + Bucket.LENGTH_MS) {
            current.complete &= !gap;
            closed.add(current.close(cause));
            current = current.next(expectedAggId);
        }
        open = current;
    }

    /** The bucket being filled. */
    private static final class Open {
        private final long startMs;
        private final SizeHistogram sizes = new SizeHistogram();
        private boolean complete;
        private long firstAggId;
        private long lastAggId;
        private long count;
        private long openE8;
        private long highE8;
        private long lowE8;
        private long closeE8;
        private long buyQtyE8;
        private long sellQtyE8;
        private final Notional notional = new Notional();

        private Open(long startMs, long nextAggId, long lastPriceE8, boolean complete) {
            this.startMs = startMs;
            this.firstAggId = nextAggId;
            this.lastAggId = nextAggId - 1;
            this.openE8 = lastPriceE8;
            this.highE8 = lastPriceE8;
            this.lowE8 = lastPriceE8;
            this.closeE8 = lastPriceE8;
            this.complete = complete;
        }

        private static Open first(AggTrade trade) {
            long startMs = Bucket.startOf(trade.tradeTimeMs());
            return new Open(startMs, trade.aggId(), trade.priceE8(), trade.tradeTimeMs() == startMs);
        }

        private Open next(long nextAggId) {
            return new Open(startMs + Bucket.LENGTH_MS, nextAggId, closeE8, true);
        }

        private void add(AggTrade trade) {
            long price = trade.priceE8();
            if (count == 0) {
                firstAggId = trade.aggId();
                openE8 = highE8 = lowE8 = price;
            }
            highE8 = Math.max(highE8, price);
            lowE8 = Math.min(lowE8, price);
            closeE8 = price;
            lastAggId = trade.aggId();
            count++;
            if (trade.buyerIsMaker()) {
                sellQtyE8 = Math.addExact(sellQtyE8, trade.qtyE8());
            } else {
                buyQtyE8 = Math.addExact(buyQtyE8, trade.qtyE8());
            }
            notional.add(price, trade.qtyE8());
            sizes.add(trade.qtyE8());
        }

        private BucketSums sums() {
            return new BucketSums(
                    startMs,
                    firstAggId,
                    lastAggId,
                    count,
                    openE8,
                    highE8,
                    lowE8,
                    closeE8,
                    buyQtyE8,
                    sellQtyE8,
                    notional.sumE16());
        }

        private Bucket close(Bucket.CloseCause cause) {
            return new Bucket(sums(), sizes, complete, cause);
        }
    }
}
