package dev.sextant.local.venue.capture;

import dev.sextant.domain.market.AggTrade;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds aggregate trades from single ones. A run is a row of consecutive trade ids with one price and one side whose
 * trade times are less than 100 ms after the first. It is sent when it ends: with the event time of its last trade when
 * another price or side cut it off, or 100 ms after its first trade when time did. Ids count from the first trade's id.
 */
final class AggTradeRuns {

    static final long WINDOW_MS = 100;

    private AggTradeRuns() {}

    static List<TimedAggTrade> of(List<RawTrade> trades) {
        List<TimedAggTrade> runs = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= trades.size(); next++) {
            boolean isLast = next == trades.size();
            if (isLast || !continues(trades.get(first), trades.get(next - 1), trades.get(next))) {
                long aggId = trades.getFirst().tradeId() + runs.size();
                boolean cutOff = !isLast && isInWindow(trades.get(first), trades.get(next));
                runs.add(run(aggId, trades.subList(first, next), cutOff));
                first = next;
            }
        }
        return runs;
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

    private static TimedAggTrade run(long aggId, List<RawTrade> run, boolean cutOff) {
        RawTrade first = run.getFirst();
        RawTrade last = run.getLast();
        long qtyE8 = run.stream().mapToLong(RawTrade::qtyE8).reduce(0, Math::addExact);
        AggTrade trade = new AggTrade(
                aggId,
                first.priceE8(),
                qtyE8,
                first.tradeTimeMs(),
                first.buyerIsMaker(),
                first.tradeId(),
                last.tradeId());
        long timeoutMs = Math.max(last.eventTimeMs(), first.tradeTimeMs() + WINDOW_MS);
        return new TimedAggTrade(trade, cutOff ? last.eventTimeMs() : timeoutMs);
    }
}
