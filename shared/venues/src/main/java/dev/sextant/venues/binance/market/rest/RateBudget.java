package dev.sextant.venues.binance.market.rest;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.venues.http.HttpReply;

/**
 * The request limits of one address at the venue, shared by every reader of the process. Keeps a fifth of each limit
 * free, and sends nothing at all while a Retry-After lasts. Thread-safe.
 */
public final class RateBudget {

    /** Each endpoint draws on one pool. */
    enum Pool {
        /** Weight per minute, the limit that {@code exchangeInfo} names. */
        WEIGHT,
        /** Requests per five minutes for {@code /futures/data}. */
        STATISTICS,
        /** Requests per five minutes for funding history. */
        FUNDING
    }

    private static final long MINUTE_MS = 60_000;
    private static final long DEFAULT_WEIGHT = 2_400;
    private static final long STATISTICS_REQUESTS = 1_000;
    private static final long FUNDING_REQUESTS = 500;
    private static final long DEFAULT_RETRY_AFTER_S = 60;

    private final EpochClock clock;
    private final RateWindow weight;
    private final RateWindow statistics;
    private final RateWindow funding;
    private long blockedUntilMs;

    /** @param clock wall time: the venue counts by its own minute, which is near ours */
    public RateBudget(EpochClock clock) {
        this.clock = clock;
        this.weight = new RateWindow(usable(DEFAULT_WEIGHT), MINUTE_MS, clock);
        this.statistics = new RateWindow(usable(STATISTICS_REQUESTS), 5 * MINUTE_MS, clock);
        this.funding = new RateWindow(usable(FUNDING_REQUESTS), 5 * MINUTE_MS, clock);
    }

    private static long usable(long limit) {
        return limit * 4 / 5;
    }

    /** Takes over the limit that the venue names. */
    public void weightPerMinute(int limit) {
        weight.limit(usable(limit));
    }

    /** Spends and returns 0, or spends nothing and returns the milliseconds to wait. */
    long spend(Pool pool, int cost) {
        long blockedMs = blockedForMs();
        if (blockedMs > 0) {
            return blockedMs;
        }
        return switch (pool) {
            case WEIGHT -> weight.spend(cost);
            case STATISTICS -> statistics.spend(1);
            case FUNDING -> funding.spend(1);
        };
    }

    /** Milliseconds that the venue's Retry-After still lasts, 0 when none does. */
    public synchronized long blockedForMs() {
        return Math.max(0, blockedUntilMs - clock.nowMs());
    }

    /** Learns from an answer. */
    void onReply(HttpReply reply) {
        reply.longHeader("X-MBX-USED-WEIGHT-1M").ifPresent(weight::reported);
        if (reply.status() == 429 || reply.status() == 418) {
            long seconds = reply.longHeader("Retry-After").orElse(DEFAULT_RETRY_AFTER_S);
            block(Math.max(1, seconds) * 1_000);
        }
    }

    private synchronized void block(long durationMs) {
        blockedUntilMs = Math.max(blockedUntilMs, clock.nowMs() + durationMs);
    }
}
