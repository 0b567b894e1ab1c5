package dev.sextant.ingest.sink;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.store.GapNotes;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what the disk has lost: a count and a line in the log at once, and an entry of the gap ledger as soon as the next
 * trade of a symbol shows which ids are missing. The recorder fetches those trades again where the venue still has them.
 */
final class SpillLosses {

    private static final Logger LOG = LoggerFactory.getLogger(SpillLosses.class);

    private final GapNotes gaps;
    private final Map<Symbol, Long> lastIds = new HashMap<>();
    private long records;

    SpillLosses(GapNotes gaps) {
        this.gaps = gaps;
    }

    /** A frame was accepted into the outbox: its first trade is where the symbol begins. */
    void accepted(Frame frame) {
        if (!frame.trades().isEmpty()) {
            lastIds.putIfAbsent(frame.symbol(), frame.trades().getFirst().aggId() - 1);
        }
    }

    void lost(long count, String reason) {
        records += count;
        LOG.error("{} spilled records are lost: {}", count, reason);
    }

    /** A frame is about to leave, after all before it. */
    void leaving(Frame frame) {
        if (frame.trades().isEmpty()) {
            return;
        }
        AggTrade first = frame.trades().getFirst();
        long lastId = lastIds.getOrDefault(frame.symbol(), first.aggId() - 1);
        // A gap of the venue's own is in the ledger already; told again it changes nothing there.
        if (records > 0 && first.aggId() > lastId + 1) {
            gaps.add(new Gap(frame.symbol(), lastId + 1, first.aggId() - 1, first.tradeTimeMs(), false));
        }
        lastIds.put(frame.symbol(), Math.max(lastId, frame.trades().getLast().aggId()));
    }

    /** Since the start. */
    long records() {
        return records;
    }
}
