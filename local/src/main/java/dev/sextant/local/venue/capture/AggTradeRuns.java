package dev.sextant.local.venue.capture;

import dev.sextant.domain.market.AggTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Builds aggregate trades from single ones. A run is a row of consecutive trade ids with one price and one side whose
 * trade times are less than 100 ms after the first. It is sent when it ends: with the event time of its last trade when
 * another price or side cut it off, or 100 ms after its first trade when time did. Ids count from the first trade's id.
 */
public final class AggTradeRuns {

    /** How long a run lasts at most. */
    public static final long WINDOW_MS = 100;

    private final Consumer<TimedAggTrade> out;
    private long nextAggId;
    private @Nullable RawTrade first;
    private @Nullable RawTrade last;
    private long qtyE8;

    /** @param out gets each aggregate trade once it is known, in the order of ids and of event time */
    public AggTradeRuns(long firstAggId, Consumer<TimedAggTrade> out) {
        this.nextAggId = firstAggId;
        this.out = out;
    }

    static List<TimedAggTrade> of(List<RawTrade> trades) {
        List<TimedAggTrade> runs = new ArrayList<>();
        if (!trades.isEmpty()) {
            AggTradeRuns builder = new AggTradeRuns(trades.getFirst().tradeId(), runs::add);
            trades.forEach(builder::add);
            builder.passTime(Long.MAX_VALUE);
        }
        return runs;
    }

    /** Takes the next trade. */
    public void add(RawTrade trade) {
        if (first != null && last != null && continues(first, last, trade)) {
            qtyE8 = Math.addExact(qtyE8, trade.qtyE8());
        } else {
            if (first != null && last != null) {
                send(first, last, isInWindow(first, trade));
            }
            first = trade;
            qtyE8 = trade.qtyE8();
        }
        last = trade;
    }

    /** No trade up to this time comes any more. */
    public void passTime(long timeMs) {
        if (first != null && last != null && first.tradeTimeMs() <= timeMs - WINDOW_MS) {
            send(first, last, false);
            first = null;
            last = null;
        }
    }

    private static boolean continues(RawTrade first, RawTrade previous, RawTrade next) {
        return next.tradeId() == previous.tradeId() + 1
                && next.priceE8() == first.priceE8()
                && next.buyerIsMaker() == first.buyerIsMaker()
                && isInWindow(first, next);
    }

    private static boolean isInWindow(RawTrade first, RawTrade next) {
        return next.tradeTimeMs() < first.tradeTimeMs() + WINDOW_MS;
    }

    private void send(RawTrade from, RawTrade to, boolean cutOff) {
        AggTrade trade = new AggTrade(
                nextAggId++,
                from.priceE8(),
                qtyE8,
                from.tradeTimeMs(),
                from.buyerIsMaker(),
                from.tradeId(),
                to.tradeId());
        long timeoutMs = Math.max(to.eventTimeMs(), from.tradeTimeMs() + WINDOW_MS);
        out.accept(new TimedAggTrade(trade, cutOff ? to.eventTimeMs() : timeoutMs));
    }
}
