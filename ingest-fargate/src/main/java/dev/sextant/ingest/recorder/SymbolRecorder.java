package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketSums;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records one symbol. Only trade ids decide what is new: a frame that comes again or late brings none, a lost one leaves a
 * hole that the venue fills. After an exception it must be dropped: a new one picks up from the store.
 */
final class SymbolRecorder {

    private static final long UNKNOWN = -1;
    /** An old id on a trade this much later than the last one is no repetition. */
    private static final long BACKWARDS_MS = 60_000;

    private static final long TAIL_RETRY_MS = 1_000;
    private static final int LOOK_BACK = 6;

    private final Symbol symbol;
    private final TradeStore store;
    private final Consumer<RecorderEvent> events;
    private final Holes holes;
    private final BucketLedger ledger;

    private BucketFold fold = new BucketFold();
    private long epoch = Long.MIN_VALUE;
    private long nextAggId = UNKNOWN;
    private long lastTradeTimeMs = Long.MAX_VALUE - BACKWARDS_MS;
    private long tailTriedAtMs = Long.MIN_VALUE;
    private boolean idsWentBack;

    SymbolRecorder(
            Symbol symbol, TradeStore store, TradeHistory history, Consumer<RecorderEvent> events, boolean blocked) {
        this.symbol = symbol;
        this.store = store;
        this.events = events;
        this.holes = new Holes(symbol, history);
        this.ledger = new BucketLedger(symbol, store, events, blocked);
    }

    boolean isBlocked() {
        return ledger.isBlocked();
    }

    /** What a batch of frames has brought and is not stored yet. */
    private static final class News {
        private final List<AggTrade> trades = new ArrayList<>();
        private final List<Bucket> closed = new ArrayList<>();
        private final List<Bucket> framed = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>();
        private boolean touchesGaps;
    }

    void accept(List<Frame> frames) {
        News news = new News();
        List<Frame> current = currentEpochs(frames);
        current.forEach(this::learn);
        current.forEach(frame -> take(frame, news));
        store(news);
        if (!current.isEmpty()) {
            heal(news, current.getLast().watermarkMs());
        }
    }

    /** In order of sequence: after a partial failure of a put, a later frame may stand before an earlier one. */
    private List<Frame> currentEpochs(List<Frame> frames) {
        List<Frame> current = new ArrayList<>();
        for (Frame frame : frames) {
            if (frame.epoch() < epoch) {
                events.accept(new RecorderEvent.EpochRejected(symbol, frame.epoch(), epoch));
            } else {
                epoch = frame.epoch();
                current.add(frame);
            }
        }
        current.sort((left, right) -> left.epoch() != right.epoch()
                ? Long.compare(left.epoch(), right.epoch())
                : Long.compare(left.sequence(), right.sequence()));
        return current;
    }

    private void learn(Frame frame) {
        frame.closed().forEach(fold::learn);
        if (frame.open() != null) {
            fold.learn(frame.open());
        }
    }

    private void take(Frame frame, News news) {
        BucketSums open = frame.open();
        if (nextAggId == UNKNOWN) {
            begin(frame, news);
        }
        frame.trades().forEach(trade -> offer(trade, news));
        if (open != null && nextAggId != UNKNOWN) {
            reachTail(open.lastAggId(), frame.watermarkMs(), news);
        }
        news.closed.addAll(fold.closeWhatEnded());
        news.framed.addAll(frame.closed());
    }

    private void begin(Frame frame, News news) {
        RecordedSoFar soFar = store.recordedSoFar(symbol);
        if (soFar != null) {
            resume(soFar, news);
            return;
        }
        BucketSums open = frame.open();
        if (!frame.trades().isEmpty()) {
            nextAggId = frame.trades().getFirst().aggId();
        }
        if (open != null && open.count() > 0) {
            nextAggId = nextAggId == UNKNOWN ? open.firstAggId() : Math.min(nextAggId, open.firstAggId());
        }
    }

    private void resume(RecordedSoFar soFar, News news) {
        soFar.openGaps().forEach(holes::open);
        ledger.readingFrom(soFar.first().tradeTimeMs());
        nextAggId = soFar.last().aggId() + 1;
        lastTradeTimeMs = soFar.last().tradeTimeMs();
        // A few rows back, because storing may have been interrupted anywhere behind them.
        Bucket before = Replay.startBelow(store, symbol, nextAggId, LOOK_BACK);
        news.closed.addAll(rebuild(soFar, before));
    }

    /** Builds the open bucket anew, and those between it and a row. */
    private List<Bucket> rebuild(RecordedSoFar soFar, @Nullable Bucket before) {
        Replay replay = Replay.between(store, symbol, soFar, before, null, fold);
        fold = replay.fold();
        return replay.closed();
    }

    private void offer(AggTrade trade, News news) {
        if (trade.aggId() < nextAggId) {
            offerOld(trade, news);
            return;
        }
        if (trade.aggId() > nextAggId) {
            bridge(trade, news);
        }
        add(trade, news);
    }

    private void offerOld(AggTrade trade, News news) {
        if (holes.contains(trade.aggId())) {
            news.trades.add(trade);
            news.touchesGaps = true;
        } else if (trade.tradeTimeMs() > lastTradeTimeMs + BACKWARDS_MS && !idsWentBack) {
            idsWentBack = true;
            events.accept(new RecorderEvent.IdsWentBack(symbol, trade.aggId(), nextAggId - 1));
        }
    }

    /** Trades are missing before this one: what the venue has of them goes first. */
    private void bridge(AggTrade trade, News news) {
        long fromAggId = nextAggId;
        List<AggTrade> found = holes.fetch(fromAggId, trade.aggId() - 1);
        found.forEach(missing -> add(missing, news));
        boolean whole = found.size() == trade.aggId() - fromAggId;
        Gap gap = new Gap(symbol, fromAggId, trade.aggId() - 1, trade.tradeTimeMs(), whole);
        news.gaps.add(gap);
        if (!whole) {
            holes.open(gap);
        }
    }

    /** The open bucket counts trades that no frame has brought here: fetches them without waiting for the next trade. */
    private void reachTail(long lastAggId, long nowMs, News news) {
        boolean tooSoon = tailTriedAtMs != Long.MIN_VALUE && nowMs - tailTriedAtMs < TAIL_RETRY_MS;
        if (lastAggId < nextAggId || tooSoon) {
            return;
        }
        tailTriedAtMs = nowMs;
        long fromAggId = nextAggId;
        for (AggTrade missing : holes.fetch(fromAggId, lastAggId)) {
            if (missing.aggId() == nextAggId) {
                add(missing, news);
            }
        }
        if (nextAggId > fromAggId) {
            news.gaps.add(new Gap(symbol, fromAggId, nextAggId - 1, nowMs, true));
        }
    }

    private void add(AggTrade trade, News news) {
        ledger.readingFrom(trade.tradeTimeMs());
        news.trades.add(trade);
        news.closed.addAll(fold.fold(trade));
        nextAggId = trade.aggId() + 1;
        lastTradeTimeMs = trade.tradeTimeMs();
    }

    private void store(News news) {
        // The order matters to a successor after a crash. Once trades are stored, only rows tell what is missing
        // between
        // them and where buckets were closed; and a gap is not filled before its trades are stored.
        news.gaps.stream().filter(gap -> !gap.filled()).forEach(this::save);
        ledger.storeOwn(news.closed);
        ledger.storeFramed(news.framed);
        if (!news.trades.isEmpty()) {
            store.insertTrades(symbol, news.trades);
        }
        news.gaps.stream().filter(Gap::filled).forEach(this::save);
    }

    private void save(Gap gap) {
        store.saveGap(gap);
        events.accept(gap.filled() ? new RecorderEvent.GapFilled(gap) : new RecorderEvent.GapOpened(gap));
    }

    /** Fills what can be filled by now, and builds the buckets around it anew. */
    private void heal(News news, long nowMs) {
        for (Gap gap : holes.toRetry(nowMs)) {
            List<AggTrade> found = holes.fetch(gap.fromAggId(), gap.toAggId());
            if (!found.isEmpty()) {
                store.insertTrades(symbol, found);
                news.touchesGaps = true;
            }
        }
        if (news.touchesGaps) {
            holes.open().stream().filter(this::isStored).forEach(this::fill);
        }
    }

    private boolean isStored(Gap gap) {
        return gap.size() <= Integer.MAX_VALUE
                && store.trades(symbol, gap.fromAggId(), gap.toAggId(), (int) gap.size())
                                .size()
                        == gap.size();
    }

    private void fill(Gap gap) {
        RecordedSoFar soFar = Objects.requireNonNull(store.recordedSoFar(symbol));
        // The hole made incomplete whatever holds the trades next to it, so these are built anew too.
        Bucket before = Replay.startBelow(store, symbol, gap.fromAggId() - 1);
        Bucket after = store.completeAfter(symbol, gap.toAggId() + 1);
        boolean isBehind = after != null && after.sums().firstAggId() <= nextAggId;
        ledger.storeOwn(
                isBehind
                        ? Replay.between(store, symbol, soFar, before, after, fold)
                                .closed()
                        : rebuild(soFar, before));
        // Last: if anything above fails, the gap is still open and its turn comes again.
        save(new Gap(symbol, gap.fromAggId(), gap.toAggId(), gap.seenAtMs(), true));
        holes.filled(gap);
    }
}
