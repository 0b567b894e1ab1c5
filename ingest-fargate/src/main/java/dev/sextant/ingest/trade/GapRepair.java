package dev.sextant.ingest.trade;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.store.GapNotes;
import dev.sextant.ingest.trade.TradeSequence.Hole;
import dev.sextant.venues.http.VenueReadException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what one symbol's {@link TradeSequence} misses. Tries at once, then every {@link #RETRY_MS}, and after
 * {@link #MAX_ATTEMPTS} or {@link #GIVE_UP_MS} of event time declares the gap and lets the held trades pass. Until then
 * the symbol's time stands still, so that no bucket closes without trades that may still come.
 *
 * <p>After a reconnect there may be a hole that nothing shows yet: <em>doubt</em>. It ends when the venue's history has
 * been read to its end, when the next trade is the one expected, or with the same patience.
 */
final class GapRepair {

    static final int MAX_ATTEMPTS = 5;
    static final long GIVE_UP_MS = 30_000;
    static final long RETRY_MS = 5_000;

    /** Fewer held trades that the venue's history doesn't know are taken for damaged ids, not for a gap. */
    private static final int CREDIBLE_HELD = 3;

    private static final Logger LOG = LoggerFactory.getLogger(GapRepair.class);
    private static final long NEVER = Long.MIN_VALUE;

    private final Symbol symbol;
    private final TradeSequence sequence;
    private final HistoryPages history;
    private final GapNotes gaps;

    private boolean doubt;
    private @Nullable Hole noticed;
    private boolean noted;
    private long sinceMs = NEVER;
    private long nextAtMs = NEVER;
    private int attempts;
    private boolean venueKnowsLess;
    private long filled;
    private long declared;

    GapRepair(Symbol symbol, TradeSequence sequence, TradeHistory history, GapNotes gaps) {
        this.symbol = symbol;
        this.sequence = sequence;
        this.history = new HistoryPages(history, symbol);
        this.gaps = gaps;
    }

    /** Something may be missing before the next trade. */
    void doubt() {
        doubt = sequence.started();
    }

    /** The trade expected has come by itself. */
    void reassure() {
        doubt = false;
    }

    /** True while trades are or may be missing. */
    boolean pending() {
        return doubt || sequence.heldCount() > 0;
    }

    /** Does what is due. Cheap when nothing is missing. */
    void run(long eventTimeMs) throws InterruptedException {
        if (!pending()) {
            settle();
            return;
        }
        begin(eventTimeMs);
        if (expired(eventTimeMs)) {
            giveUp();
            return;
        }
        if (eventTimeMs >= nextAtMs) {
            attempt(eventTimeMs);
        }
        if (pending()) {
            noteOnce();
        } else {
            settle();
        }
    }

    private boolean expired(long eventTimeMs) {
        boolean tooOften = attempts >= MAX_ATTEMPTS && eventTimeMs >= nextAtMs;
        return tooOften || eventTimeMs - sinceMs >= GIVE_UP_MS;
    }

    private void begin(long eventTimeMs) {
        if (sinceMs == NEVER) {
            sinceMs = eventTimeMs;
        }
        if (noticed == null) {
            noticed = sequence.hole().orElse(null);
        }
    }

    private void attempt(long eventTimeMs) throws InterruptedException {
        attempts++;
        nextAtMs = eventTimeMs + RETRY_MS;
        try {
            long before;
            boolean full;
            do {
                before = sequence.expected();
                full = fetchPage(eventTimeMs);
            } while (full && pending() && sequence.expected() > before);
            if (!full) {
                doubt = false;
            }
        } catch (VenueReadException e) {
            venueKnowsLess = false;
            LOG.warn("{} trades from {} could not be fetched: {}", symbol, sequence.expected(), e.getMessage());
        }
    }

    /** Returns true when the page was full, so that more may follow. */
    private boolean fetchPage(long eventTimeMs) throws VenueReadException, InterruptedException {
        long lastWanted = sequence.hole().map(Hole::toId).orElse(Long.MAX_VALUE);
        List<AggTrade> page = history.from(sequence.expected(), eventTimeMs);
        boolean full = page.size() >= TradeHistory.PAGE;
        venueKnowsLess = !full && (page.isEmpty() || page.getLast().aggId() < lastWanted);
        for (AggTrade trade : page) {
            if (trade.aggId() <= lastWanted) {
                sequence.fill(trade);
            }
        }
        return full;
    }

    private void giveUp() {
        doubt = false;
        if (sequence.heldCount() > 0) {
            if (venueKnowsLess && sequence.heldCount() < CREDIBLE_HELD) {
                sequence.dropHeld();
            } else {
                noteOnce();
                declared++;
                sequence.skipHole();
            }
        }
        reset();
    }

    private void noteOnce() {
        Hole hole = noticed;
        if (hole != null && !noted) {
            noted = true;
            gaps.add(new Gap(symbol, hole.fromId(), hole.toId(), sinceMs, false));
        }
    }

    private void settle() {
        Hole hole = noticed;
        if (hole != null) {
            filled++;
            gaps.add(new Gap(symbol, hole.fromId(), hole.toId(), sinceMs, true));
        }
        if (sinceMs != NEVER) {
            reset();
        }
    }

    private void reset() {
        noticed = null;
        noted = false;
        sinceMs = NEVER;
        nextAtMs = NEVER;
        attempts = 0;
        venueKnowsLess = false;
    }

    /** Gaps that were filled. */
    long filled() {
        return filled;
    }

    /** Gaps that were given up. */
    long declared() {
        return declared;
    }
}
