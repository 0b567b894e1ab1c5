package dev.sextant.ingest.indicator;

import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.MarketEvent.ForcedOrder;
import dev.sextant.venues.binance.market.MarketEvent.MarkPrice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** All indicator readings of a tick: forced orders seen since the last one, then what the schedule says to poll. */
public final class Indicators {

    private final List<Symbol> symbols;
    private final PollSchedule schedule;
    private final IndicatorSource source;
    private final LiquidationTally liquidations;
    private final Map<Symbol, Long> marksE8 = new HashMap<>();
    private long failed;

    /** @param symbols in the order in which they are polled */
    public Indicators(
            List<Symbol> symbols, PollSchedule schedule, IndicatorSource source, LiquidationTally liquidations) {
        this.symbols = List.copyOf(symbols);
        this.schedule = schedule;
        this.source = source;
        this.liquidations = liquidations;
    }

    public void onMark(MarkPrice mark) {
        marksE8.put(mark.symbol(), mark.markE8());
    }

    public void onForcedOrder(ForcedOrder order) {
        if (symbols.contains(order.symbol())) {
            liquidations.add(order);
        }
    }

    /** The liquidations and readings that belong before a tick. */
    public List<MarketRecord> at(long tickMs, ToLongFunction<Symbol> lastPriceE8) throws InterruptedException {
        List<MarketRecord> records = new ArrayList<>(liquidations.take(tickMs));
        List<Poll> due = due(tickMs, lastPriceE8);
        if (!due.isEmpty()) {
            Polled polled = source.read(due, tickMs);
            due.forEach(poll -> learn(poll, polled.failed().contains(poll)));
            records.addAll(polled.readings());
        }
        return records;
    }

    private void learn(Poll poll, boolean gaveNothing) {
        if (gaveNothing) {
            failed++;
            schedule.failed(poll.kind(), poll.symbol().name());
        } else {
            schedule.succeeded(poll.kind(), poll.symbol().name());
        }
    }

    private List<Poll> due(long tickMs, ToLongFunction<Symbol> lastPriceE8) {
        List<Poll> due = new ArrayList<>();
        for (Symbol symbol : symbols) {
            for (PollKind kind : PollKind.values()) {
                if (schedule.due(kind, symbol.name(), tickMs)) {
                    long lastE8 = lastPriceE8.applyAsLong(symbol);
                    due.add(new Poll(kind, symbol, marksE8.getOrDefault(symbol, lastE8), lastE8));
                }
            }
        }
        return due;
    }

    /** Polls that gave nothing since the start. */
    public long failed() {
        return failed;
    }
}
