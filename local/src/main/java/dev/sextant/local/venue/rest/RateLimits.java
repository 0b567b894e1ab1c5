package dev.sextant.local.venue.rest;

import dev.sextant.domain.time.EpochClock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counters of one IP and one account, which on the loopback interface are everybody. */
final class RateLimits {

    private static final long MINUTE_MS = 60_000;
    private static final int TOO_MANY = 429;
    private static final int BANNED = 418;
    private static final int PATIENCE = 20;
    private static final long BAN_MS = 120_000;
    private static final int STATISTICS_PER_FIVE_MINUTES = 1_000;
    private static final int FUNDING_PER_FIVE_MINUTES = 500;

    private final RateWindow weight;
    private final RateWindow ordersTenSeconds;
    private final RateWindow ordersMinute;
    private final RateWindow statistics = new RateWindow(STATISTICS_PER_FIVE_MINUTES, 5 * MINUTE_MS);
    private final RateWindow funding = new RateWindow(FUNDING_PER_FIVE_MINUTES, 5 * MINUTE_MS);
    private final EpochClock marketClock;
    private final EpochClock wallClock;
    private int ignoredWarnings;
    private long bannedUntilWallMs;

    RateLimits(LimitRules rules, EpochClock marketClock, EpochClock wallClock) {
        this.weight = new RateWindow(rules.weightPerMinute(), MINUTE_MS);
        this.ordersTenSeconds = new RateWindow(rules.ordersPerTenSeconds(), 10_000);
        this.ordersMinute = new RateWindow(rules.ordersPerMinute(), MINUTE_MS);
        this.marketClock = marketClock;
        this.wallClock = wallClock;
    }

    /** Counts a request's weight. Who goes on after being told to stop is banned for two minutes. */
    synchronized void takeWeight(int requestWeight) {
        long wallMs = wallClock.nowMs();
        if (wallMs < bannedUntilWallMs) {
            throw banned(wallMs);
        }
        add(weight, requestWeight);
        if (!weight.isExceeded()) {
            ignoredWarnings = 0;
            return;
        }
        if (++ignoredWarnings > PATIENCE) {
            bannedUntilWallMs = wallMs + BAN_MS;
            throw banned(wallMs);
        }
        throw ApiError.limited(
                TOO_MANY,
                -1003,
                "Too many requests; current limit of IP(127.0.0.1) is " + weight.limit()
                        + " requests per minute. Please use the websocket for live updates to avoid polling the API.",
                weight.secondsLeft(wallMs));
    }

    private ApiError banned(long wallMs) {
        return ApiError.limited(
                BANNED,
                -1003,
                "Way too many requests; IP banned until " + bannedUntilWallMs
                        + ". Please use the websocket for live updates to avoid bans.",
                Math.ceilDiv(bannedUntilWallMs - wallMs, 1_000L));
    }

    /** Counts an order. */
    synchronized void takeOrder() {
        add(ordersTenSeconds, 1);
        add(ordersMinute, 1);
        refuseWhenExceeded(ordersTenSeconds, "TEN_SECONDS");
        refuseWhenExceeded(ordersMinute, "MINUTE");
    }

    private void refuseWhenExceeded(RateWindow window, String name) {
        if (window.isExceeded()) {
            throw ApiError.limited(
                    TOO_MANY,
                    -1015,
                    "Too many new orders; current limit is " + window.limit() + " orders per " + name + ".",
                    window.secondsLeft(wallClock.nowMs()));
        }
    }

    /** Counts a request of the {@code /futures/data} pool. */
    synchronized void takeStatistics() {
        takeFrom(statistics);
    }

    /** Counts a request of the funding pool. */
    synchronized void takeFunding() {
        takeFrom(funding);
    }

    private void takeFrom(RateWindow pool) {
        add(pool, 1);
        if (pool.isExceeded()) {
            throw ApiError.limited(
                    TOO_MANY, -1003, "Too many requests; pool limit reached.", pool.secondsLeft(wallClock.nowMs()));
        }
    }

    private void add(RateWindow window, int amount) {
        window.add(amount, marketClock.nowMs(), wallClock.nowMs());
    }

    /** The headers of every answer, and those of order answers. */
    synchronized Map<String, String> headers(boolean orders) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-MBX-USED-WEIGHT-1M", Integer.toString(weight.used()));
        if (orders) {
            headers.put("X-MBX-ORDER-COUNT-10S", Integer.toString(ordersTenSeconds.used()));
            headers.put("X-MBX-ORDER-COUNT-1M", Integer.toString(ordersMinute.used()));
        }
        return headers;
    }
}
