package dev.sextant.local.venue.synthetic.market;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.local.venue.play.TradeQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The aggregate trades of the last two days, which is as far as the venue's REST side looks back: each the difference to
 * the one before, some seven bytes, in blocks that are forgotten from the oldest on.
 */
final class PackedTrades {

    static final long KEPT_MS = 48 * 3_600_000L;

    private final long tickE8;
    private final long stepE8;
    private final Deque<TradeBlock> blocks = new ArrayDeque<>();

    PackedTrades(long tickE8, long stepE8) {
        this.tickE8 = tickE8;
        this.stepE8 = stepE8;
    }

    /** Takes the next trade; ids are consecutive and times don't go back. */
    synchronized void add(AggTrade trade) {
        TradeBlock last = blocks.peekLast();
        if (last == null || last.isFull()) {
            last = new TradeBlock(trade, tickE8, stepE8);
            blocks.addLast(last);
            while (blocks.getFirst().lastTimeMs() < trade.tradeTimeMs() - KEPT_MS) {
                blocks.removeFirst();
            }
        }
        last.add(trade);
    }

    /** The trades that fit, oldest first. */
    synchronized List<AggTrade> find(TradeQuery query) {
        List<AggTrade> found = new ArrayList<>();
        if (query.fromTheStart()) {
            for (TradeBlock block : blocks) {
                if (found.size() >= query.limit()
                        || begins(block) > query.toMs().orElse(Long.MAX_VALUE)) {
                    break;
                }
                if (mayHold(block, query)) {
                    block.trades().stream().filter(query::fits).forEach(found::add);
                }
            }
            return List.copyOf(found.subList(0, Math.min(query.limit(), found.size())));
        }
        for (TradeBlock block : (Iterable<TradeBlock>) blocks::descendingIterator) {
            found.addAll(0, block.trades().stream().filter(query::fits).toList());
            if (found.size() >= query.limit()) {
                break;
            }
        }
        return List.copyOf(found.subList(Math.max(0, found.size() - query.limit()), found.size()));
    }

    private static long begins(TradeBlock block) {
        return block.firstTimeMs();
    }

    private static boolean mayHold(TradeBlock block, TradeQuery query) {
        return block.lastId() >= query.fromId().orElse(Long.MIN_VALUE)
                && block.lastTimeMs() >= query.fromMs().orElse(Long.MIN_VALUE);
    }

    /** Bytes taken, for the curious. */
    synchronized long bytes() {
        return blocks.stream().mapToLong(TradeBlock::bytes).sum();
    }
}
