package dev.sextant.venues.kraken.trade.rate;

import java.math.BigDecimal;

/**
 * The counter of private REST calls of one key: most cost 1, histories 2, and placing and cancelling nothing. Times are
 * milliseconds of any clock that doesn't go back, always the same one. Safe for several threads.
 */
public final class RestCounter {

    private final long limit;
    private final DecayingCount count;

    public RestCounter(Tier tier, long nowMs) {
        this.limit = tier.restThreshold() * Tier.UNITS;
        this.count = new DecayingCount(tier.restDecayPerMs(), nowMs);
    }

    /**
     * Counts a call if there is room for it.
     *
     * @param cost 0 to the tier's threshold
     * @return 0 when it was counted and may be sent, else the milliseconds until it may
     */
    public synchronized long take(int cost, long nowMs) {
        long units = cost * Tier.UNITS;
        if (cost < 0 || units > limit) {
            throw new IllegalArgumentException("cost is " + cost + ", expected 0 to " + limit / Tier.UNITS);
        }
        long waitMs = cost == 0 ? 0 : count.msUntil(limit - units, nowMs);
        if (waitMs == 0) {
            count.add(units, nowMs);
        }
        return waitMs;
    }

    /** Where the counter stands. */
    public synchronized BigDecimal level(long nowMs) {
        return BigDecimal.valueOf(count.units(nowMs)).divide(BigDecimal.valueOf(Tier.UNITS));
    }
}
