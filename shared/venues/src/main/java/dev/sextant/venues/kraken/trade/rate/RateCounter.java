package dev.sextant.venues.kraken.trade.rate;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The trading engine's counters of one account, one for each pair, counted by the venue's published rules. REST,
 * WebSocket and FIX share them; what another process does on the account is not seen here. Part of each counter is kept
 * for cancels: nothing new is begun with it. Times are milliseconds of any clock that doesn't go back, always the same
 * one. Safe for several threads.
 */
public final class RateCounter {

    private final Tier tier;
    private final long limit;
    private final long reserve;
    private final Map<Symbol, DecayingCount> counts = new HashMap<>();

    /**
     * By the tier's published threshold.
     *
     * @param reserveForCancels counts that new orders and amendments leave free, 0 to below the threshold
     */
    public RateCounter(Tier tier, int reserveForCancels) {
        this(tier, tier.engineThreshold(), reserveForCancels);
    }

    /** @param threshold what the venue said itself ({@code maxratecount}), above 0 */
    public RateCounter(Tier tier, int threshold, int reserveForCancels) {
        if (threshold <= 0) {
            throw new IllegalArgumentException("threshold is " + threshold + ", expected more than 0");
        }
        if (reserveForCancels < 0 || reserveForCancels >= threshold) {
            throw new IllegalArgumentException(
                    "reserveForCancels is " + reserveForCancels + ", expected 0 to " + (threshold - 1));
        }
        this.tier = tier;
        this.limit = threshold * Tier.UNITS;
        this.reserve = reserveForCancels * Tier.UNITS;
    }

    /**
     * Counts what may begin something new, if there is room beside the reserve.
     *
     * @param cost from {@link EngineCost}
     * @return 0 when it was counted and may be sent, else the milliseconds until it may; {@link Long#MAX_VALUE} when it
     *     never may
     */
    public synchronized long take(Symbol pair, long cost, long nowMs) {
        return take(pair, cost, limit - reserve, nowMs);
    }

    /** The same for a cancel, which may use the reserve. */
    public synchronized long takeCancel(Symbol pair, long ageMs, long nowMs) {
        return take(pair, EngineCost.cancel(ageMs), limit, nowMs);
    }

    /** Counts what is sent in any case. */
    public synchronized void count(Symbol pair, long cost, long nowMs) {
        of(pair, nowMs).add(cost, nowMs);
    }

    /** Where a pair's counter stands. */
    public synchronized BigDecimal level(Symbol pair, long nowMs) {
        return BigDecimal.valueOf(of(pair, nowMs).units(nowMs)).divide(BigDecimal.valueOf(Tier.UNITS));
    }

    private long take(Symbol pair, long cost, long most, long nowMs) {
        if (cost > most) {
            return Long.MAX_VALUE;
        }
        DecayingCount count = of(pair, nowMs);
        long waitMs = count.msUntil(most - cost, nowMs);
        if (waitMs == 0) {
            count.add(cost, nowMs);
        }
        return waitMs;
    }

    private DecayingCount of(Symbol pair, long nowMs) {
        return counts.computeIfAbsent(pair, _ -> new DecayingCount(tier.engineDecayPerMs(), nowMs));
    }
}
