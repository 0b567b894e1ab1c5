package dev.sextant.local.venue.kraken.account;

import java.util.HashMap;
import java.util.Map;

/** What the trading engine counts for each pair. A cancel costs more the younger its order is. */
final class EngineCounters {

    private static final String FULL = "EOrder:Rate limit exceeded";
    private static final long[][] CANCEL = {{5, 8}, {10, 6}, {15, 5}, {45, 4}, {90, 2}, {300, 1}};

    private final Tier tier;
    private final Map<String, Counter> byPair = new HashMap<>();

    EngineCounters(Tier tier) {
        this.tier = tier;
    }

    void add(Pair pair, long nowMs) {
        counter(pair).add(1, nowMs, FULL);
    }

    void cancel(Order order, long nowMs) {
        counter(order.wish().pair()).add(cancelCost(nowMs - order.openedMs()), nowMs, FULL);
    }

    private static double cancelCost(long ageMs) {
        for (long[] step : CANCEL) {
            if (ageMs < step[0] * 1_000) {
                return step[1];
            }
        }
        return 0;
    }

    double level(Pair pair, long nowMs) {
        return counter(pair).level(nowMs);
    }

    private Counter counter(Pair pair) {
        return byPair.computeIfAbsent(pair.symbol(), _ -> tier.engineCounter());
    }
}
