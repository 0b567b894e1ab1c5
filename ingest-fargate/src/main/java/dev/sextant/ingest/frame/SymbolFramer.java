package dev.sextant.ingest.frame;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts one symbol's contiguous trades into frames. Whoever folds the frames of an epoch, each one's trades first and its
 * watermark as event time after them, gets the same buckets.
 *
 * <p>A key frame, which repeats the last closed buckets, follows at once on a bucket's end and again with the first
 * frame at least a second later, so that one lost record costs nothing.
 */
public final class SymbolFramer {

    /** A frame never holds more trades, so that a record stays near one put unit. */
    public static final int MAX_TRADES = 1_000;

    private static final long REPEAT_MS = 1_000;

    private final Symbol symbol;
    private final long epoch;
    private final Consumer<Frame> out;
    private final BucketBuilder builder = new BucketBuilder();
    private final Deque<Bucket> lastClosed = new ArrayDeque<>();
    private final List<AggTrade> trades = new ArrayList<>();
    private long sequence;
    private long watermarkMs;
    private long lastPriceE8;
    private long lastTradeMs;
    private int closedSinceFrame;
    private long repeatAtMs = Long.MAX_VALUE;

    public SymbolFramer(Symbol symbol, long epoch, Consumer<Frame> out) {
        this.symbol = symbol;
        this.epoch = epoch;
        this.out = out;
    }

    /**
     * Folds a trade that an earlier run has already sent, so that the open bucket is whole. The buckets it closes are
     * not told again: they were stored, or can be built from the stored trades.
     */
    public void warmUp(AggTrade trade) {
        builder.onTrade(trade);
        lastPriceE8 = trade.priceE8();
    }

    /** Folds the next trade; its id is one above the last, unless a gap was declared. */
    public void add(AggTrade trade) {
        closed(builder.onTrade(trade));
        lastPriceE8 = trade.priceE8();
        lastTradeMs = trade.tradeTimeMs();
        trades.add(trade);
        if (trades.size() >= MAX_TRADES || closedSinceFrame >= Frame.KEPT_BUCKETS) {
            cut();
        }
    }

    /** Tells that this symbol's trades up to {@code timeMs} are in, and closes the buckets that ends. */
    public void complete(long timeMs) {
        watermarkMs = Math.max(watermarkMs, timeMs);
        closed(builder.onEventTime(timeMs));
    }

    private void closed(List<Bucket> buckets) {
        lastClosed.addAll(buckets);
        closedSinceFrame += buckets.size();
        forget(Math.max(Frame.KEPT_BUCKETS, closedSinceFrame));
    }

    /** Keeps the newest. A bucket that no frame has told yet is never too old. */
    private void forget(int kept) {
        while (lastClosed.size() > kept) {
            lastClosed.removeFirst();
        }
    }

    /** Emits a frame if there is news; when {@code evenIfIdle}, in any case. */
    public void cut(boolean evenIfIdle) {
        if (evenIfIdle || !trades.isEmpty() || closedSinceFrame > 0) {
            cut();
        }
    }

    private void cut() {
        boolean afterClose = closedSinceFrame > 0;
        boolean key = afterClose || watermarkMs >= repeatAtMs;
        List<Bucket> told = key ? List.copyOf(lastClosed) : List.of();
        int first = Math.min(told.size(), Frame.KEPT_BUCKETS);
        emit(told.subList(0, first));
        // After a silence one trade closes more buckets than a frame takes: frames without trades bring the rest.
        for (int from = first; from < told.size(); from += Frame.KEPT_BUCKETS) {
            emit(told.subList(from, Math.min(told.size(), from + Frame.KEPT_BUCKETS)));
        }
        closedSinceFrame = 0;
        forget(Frame.KEPT_BUCKETS);
        if (afterClose) {
            repeatAtMs = watermarkMs + REPEAT_MS;
        } else if (key) {
            repeatAtMs = Long.MAX_VALUE;
        }
    }

    private void emit(List<Bucket> told) {
        out.accept(new Frame(symbol, epoch, sequence++, watermarkMs, builder.openSums(), trades, told));
        trades.clear();
    }

    public Symbol symbol() {
        return symbol;
    }

    /** Exchange time up to which the trades are complete in the frames so far. */
    public long watermarkMs() {
        return watermarkMs;
    }

    /** The last trade's price, units of 10⁻⁸, or 0 before the first. */
    public long lastPriceE8() {
        return lastPriceE8;
    }

    /** The last trade's time, or 0 before the first of this run. */
    public long lastTradeMs() {
        return lastTradeMs;
    }

    /** Frames so far. */
    public long frames() {
        return sequence;
    }
}
