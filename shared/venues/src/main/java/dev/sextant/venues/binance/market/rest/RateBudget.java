package dev.sextant.venues.binance.market.rest;

import dev.sextant.domain.order.RequestLedger;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.venues.http.HttpReply;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The request limits of one address at the venue, shared by every reader of the process. Keeps a fifth of each limit
 * free, and sends nothing at all while a Retry-After lasts. What other processes send from the same address it hears of
 * through a {@link RequestLedger}; while that can't be asked, it goes on by its own count: the market must be read.
 * Thread-safe.
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
    /** How soon to ask again what the others have left over. */
    private static final long ASK_AGAIN_MS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(RateBudget.class);

    private final EpochClock clock;
    private final RequestLedger shared;
    private final RateWindow weight;
    private final RateWindow statistics;
    private final RateWindow funding;
    private volatile long weightPerMinute = DEFAULT_WEIGHT;
    private long blockedUntilMs;

    /** @param clock wall time: the venue counts by its own minute, which is near ours */
    public RateBudget(EpochClock clock) {
        this(clock, RequestLedger.NONE);
    }

    /** @param shared what others who send from the same address have used */
    public RateBudget(EpochClock clock, RequestLedger shared) {
        this.clock = clock;
        this.shared = shared;
        this.weight = new RateWindow(usable(DEFAULT_WEIGHT), MINUTE_MS, clock);
        this.statistics = new RateWindow(usable(STATISTICS_REQUESTS), 5 * MINUTE_MS, clock);
        this.funding = new RateWindow(usable(FUNDING_REQUESTS), 5 * MINUTE_MS, clock);
    }

    private static long usable(long limit) {
        return limit * 4 / 5;
    }

    /** Takes over the limit that the venue names. */
    public void weightPerMinute(int limit) {
        weightPerMinute = limit;
        weight.limit(usable(limit));
    }

    /** Spends and returns 0, or spends nothing and returns the milliseconds to wait. */
    long spend(Pool pool, int cost) {
        long blockedMs = blockedForMs();
        if (blockedMs > 0) {
            return blockedMs;
        }
        return switch (pool) {
            case WEIGHT -> spendWeight(cost);
            case STATISTICS -> statistics.spend(1);
            case FUNDING -> funding.spend(1);
        };
    }

    private long spendWeight(int cost) {
        long waitMs = weight.spend(cost);
        return waitMs > 0 || othersLeave(cost) ? waitMs : ASK_AGAIN_MS;
    }

    private boolean othersLeave(int cost) {
        try {
            return shared.take(new RequestLedger.Wish("read", cost, 0, weightPerMinute))
                    .isEmpty();
        } catch (IllegalStateException e) {
            LOG.warn("{}", e.getMessage());
            return true;
        }
    }

    /** Milliseconds that the venue's Retry-After still lasts, 0 when none does. */
    public synchronized long blockedForMs() {
        return Math.max(0, blockedUntilMs - clock.nowMs());
    }

    /** Learns from an answer. */
    void onReply(HttpReply reply) {
        OptionalLong used = reply.longHeader("X-MBX-USED-WEIGHT-1M");
        used.ifPresent(weight::reported);
        long pauseMs = 0;
        if (reply.status() == 429 || reply.status() == 418) {
            long seconds = reply.longHeader("Retry-After").orElse(DEFAULT_RETRY_AFTER_S);
            pauseMs = Math.max(1, seconds) * 1_000;
            block(pauseMs);
        }
        tellOthers(new RequestLedger.Said(
                used, Map.of(), pauseMs, "the venue answered a read with HTTP " + reply.status()));
    }

    private void tellOthers(RequestLedger.Said said) {
        if (!said.anything()) {
            return;
        }
        try {
            shared.tell(said);
        } catch (IllegalStateException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    private synchronized void block(long durationMs) {
        blockedUntilMs = Math.max(blockedUntilMs, clock.nowMs() + durationMs);
    }
}
