package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The holes of one symbol: asks the venue for what is missing, and remembers what could not be had. */
final class Holes {

    /** More missing ids than this are no lost frames: something else is wrong, and the venue is not asked. */
    private static final long MAX_FETCH = 100_000;

    private static final long RETRY_MS = 30_000;

    private final Symbol symbol;
    private final TradeHistory history;
    private final List<Gap> open = new ArrayList<>();
    private long triedAtMs = Long.MIN_VALUE;

    Holes(Symbol symbol, TradeHistory history) {
        this.symbol = symbol;
        this.history = history;
    }

    void open(Gap gap) {
        open.add(gap);
    }

    void filled(Gap gap) {
        open.remove(gap);
    }

    List<Gap> open() {
        return List.copyOf(open);
    }

    boolean contains(long aggId) {
        return open.stream().anyMatch(gap -> gap.fromAggId() <= aggId && aggId <= gap.toAggId());
    }

    /** What the venue has of these ids now, in id order; nothing when it can't be asked. */
    List<AggTrade> fetch(long fromAggId, long toAggId) {
        if (toAggId - fromAggId >= MAX_FETCH) {
            return List.of();
        }
        try {
            TreeMap<Long, AggTrade> byId = new TreeMap<>();
            history.fetch(symbol, fromAggId, toAggId).forEach(trade -> byId.put(trade.aggId(), trade));
            return List.copyOf(byId.subMap(fromAggId, true, toAggId, true).values());
        } catch (HistoryUnavailableException e) {
            return List.of();
        }
    }

    /** One open gap whose turn it is, oldest first and then round; none while the pause since the last is not over. */
    List<Gap> toRetry(long nowMs) {
        if (open.isEmpty() || (triedAtMs != Long.MIN_VALUE && nowMs - triedAtMs < RETRY_MS)) {
            return List.of();
        }
        triedAtMs = nowMs;
        Gap next = open.removeFirst();
        open.addLast(next);
        return List.of(next);
    }
}
