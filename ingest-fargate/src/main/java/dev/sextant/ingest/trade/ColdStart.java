package dev.sextant.ingest.trade;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.frame.SymbolFramer;
import dev.sextant.ingest.store.GapNotes;
import dev.sextant.venues.http.VenueReadException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one symbol from what is stored to the present, once, when its stream has begun to flow: trades that arrive
 * meanwhile wait, and overlap is dropped by id, so nothing is lost or doubled where the two meet.
 */
final class ColdStart {

    private static final Logger LOG = LoggerFactory.getLogger(ColdStart.class);

    /** One bucket of very busy trading spans a few pages. */
    private static final int MAX_WARM_UP_PAGES = 20;

    private static final long WINDOW_MS = 10 * 60_000;

    private final Symbol symbol;
    private final TradeSequence sequence;
    private final SymbolFramer framer;
    private final HistoryPages history;
    private final GapNotes gaps;
    private final SymbolFeed.FlushFrames pageDone;
    private final long venueNowMs;

    ColdStart(
            TradeSequence sequence,
            SymbolFramer framer,
            TradeHistory history,
            GapNotes gaps,
            SymbolFeed.FlushFrames pageDone,
            long venueNowMs) {
        this.symbol = framer.symbol();
        this.sequence = sequence;
        this.framer = framer;
        this.history = new HistoryPages(history, symbol);
        this.gaps = gaps;
        this.pageDone = pageDone;
        this.venueNowMs = venueNowMs;
    }

    /**
     * Goes on after the last stored trade; without one, from {@code backfillMs} ago. Returns false when the history
     * could not be read to its end: something may be missing then.
     */
    boolean run(OptionalLong lastDurableAggId, long backfillMs) throws InterruptedException {
        try {
            if (lastDurableAggId.isPresent() && resume(lastDurableAggId.getAsLong())) {
                return toTheEnd();
            }
            return backfillMs <= 0 || backFill(lastDurableAggId, backfillMs);
        } catch (VenueReadException e) {
            LOG.warn("{} could not be back-filled to the present: {}", symbol, e.getMessage());
            return false;
        }
    }

    /** Returns false when the venue doesn't know the stored trade any more, or never did. */
    private boolean resume(long lastId) throws VenueReadException, InterruptedException {
        List<AggTrade> page;
        try {
            page = history.from(lastId, venueNowMs);
        } catch (VenueReadException e) {
            if (e.kind() == VenueReadException.Kind.REFUSED) {
                LOG.warn("{} trade {} is too old for the venue: {}", symbol, lastId, e.getMessage());
                return false;
            }
            sequence.resumeAt(lastId + 1);
            throw e;
        }
        if (page.isEmpty() || page.getFirst().aggId() != lastId) {
            LOG.warn("{} trade {} is stored, but the venue's history lacks it: starting anew", symbol, lastId);
            return false;
        }
        warmUp(page.getFirst());
        sequence.resumeAt(lastId + 1);
        return true;
    }

    /** Rebuilds the bucket that was open at the stored trade, by reading back to a trade of an earlier one. */
    private void warmUp(AggTrade last) throws InterruptedException {
        long bucketStartMs = Bucket.startOf(last.tradeTimeMs());
        Deque<AggTrade> before = new ArrayDeque<>();
        before.add(last);
        try {
            for (int page = 0; page < MAX_WARM_UP_PAGES; page++) {
                AggTrade first = before.getFirst();
                if (first.tradeTimeMs() < bucketStartMs || !prepend(before, first.aggId())) {
                    break;
                }
            }
        } catch (VenueReadException e) {
            LOG.warn("{} starts with an incomplete bucket: {}", symbol, e.getMessage());
        }
        before.forEach(framer::warmUp);
    }

    private boolean prepend(Deque<AggTrade> trades, long firstId) throws VenueReadException, InterruptedException {
        List<AggTrade> page = history.from(Math.max(0, firstId - TradeHistory.PAGE), venueNowMs);
        List<AggTrade> older =
                page.stream().filter(trade -> trade.aggId() < firstId).toList();
        boolean joins = !older.isEmpty() && older.getLast().aggId() == firstId - 1;
        if (joins) {
            older.reversed().forEach(trades::addFirst);
        }
        return joins;
    }

    private boolean backFill(OptionalLong lost, long backfillMs) throws VenueReadException, InterruptedException {
        // One bucket earlier: the first one is incomplete, because nothing shows that it was read from its start.
        long startMs = Bucket.startOf(venueNowMs - backfillMs) - Bucket.LENGTH_MS;
        for (long fromMs = startMs; fromMs <= venueNowMs; fromMs += WINDOW_MS) {
            List<AggTrade> page = history.between(fromMs, fromMs + WINDOW_MS - 1, venueNowMs);
            if (!page.isEmpty()) {
                long firstId = page.getFirst().aggId();
                if (lost.isPresent() && firstId > lost.getAsLong() + 1) {
                    gaps.add(new Gap(symbol, lost.getAsLong() + 1, firstId - 1, venueNowMs, false));
                }
                take(page);
                return toTheEnd();
            }
        }
        return true;
    }

    private boolean toTheEnd() throws VenueReadException, InterruptedException {
        int size;
        do {
            long before = sequence.expected();
            List<AggTrade> page = history.from(before, venueNowMs);
            size = page.size();
            take(page);
            if (size > 0 && sequence.expected() == before) {
                return false;
            }
        } while (size >= TradeHistory.PAGE);
        framer.cut(false);
        return true;
    }

    private void take(List<AggTrade> page) throws InterruptedException {
        page.forEach(sequence::fill);
        if (!page.isEmpty()) {
            framer.complete(page.getLast().tradeTimeMs());
        }
        pageDone.run();
    }
}
