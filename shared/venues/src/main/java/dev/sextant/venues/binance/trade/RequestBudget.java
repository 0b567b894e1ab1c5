package dev.sextant.venues.binance.trade;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What may still be sent to the venue from this address. Three limits: a pause (429, 418, a firewall's 403), in which
 * nothing at all leaves; a halt, after which only exits, cancels and reads leave until a human resumes; and the weight
 * of the minute, of which ordinary reads get the smallest share. Share one instance among all adapters of a process.
 */
public final class RequestBudget {

    /** Who asks, with the share of the minute's weight up to which it is served. */
    public enum Priority {
        /** An order that may add exposure. */
        ENTRY(100),
        /** A reduce-only order. A halt does not hold it back; the venue answers it definitely if it can't be. */
        EXIT(100),
        CANCEL(100),
        /** Finding out what became of an order, and the clock. */
        RECONCILIATION(90),
        READ(80);

        private final int sharePercent;

        Priority(int sharePercent) {
            this.sharePercent = sharePercent;
        }
    }

    /**
     * Why a request must not leave now.
     *
     * @param halt true when waiting won't help
     */
    record Refusal(String reason, boolean halt) {}

    private static final Logger LOG = LoggerFactory.getLogger(RequestBudget.class);
    private static final long MINUTE_MS = 60_000;

    private final EpochClock wall;
    private final long weightLimit;
    private final Map<String, Long> orderCounts = new TreeMap<>();
    private long minute;
    private long usedWeight;
    private long pausedUntilMs;
    private String pauseReason = "";
    private @Nullable String haltReason;

    /**
     * @param wall this machine's clock, not the market's: pauses are real time
     * @param weightLimit the venue's request weight a minute ({@code exchangeInfo.rateLimits}), above 0
     */
    public RequestBudget(EpochClock wall, long weightLimit) {
        if (weightLimit <= 0) {
            throw new IllegalArgumentException("weight limit is " + weightLimit + ", expected more than 0");
        }
        this.wall = wall;
        this.weightLimit = weightLimit;
    }

    /** Takes {@code weight} out of the budget, or says why the request must not leave. */
    synchronized Optional<Refusal> take(Priority priority, int weight) {
        long nowMs = wall.nowMs();
        if (haltReason != null && priority == Priority.ENTRY) {
            return Optional.of(new Refusal("order entry is halted: " + haltReason, true));
        }
        if (nowMs < pausedUntilMs) {
            long leftMs = pausedUntilMs - nowMs;
            return Optional.of(new Refusal("nothing is sent for another " + leftMs + " ms: " + pauseReason, false));
        }
        long used = usedAt(nowMs);
        if ((used + weight) * 100 > weightLimit * priority.sharePercent) {
            return Optional.of(new Refusal(
                    "request weight " + used + " + " + weight + " is above " + priority.sharePercent + " % of "
                            + weightLimit + " a minute",
                    false));
        }
        usedWeight = used + weight;
        minute = nowMs / MINUTE_MS;
        return Optional.empty();
    }

    private long usedAt(long nowMs) {
        return nowMs / MINUTE_MS == minute ? usedWeight : 0;
    }

    /** Learns from an answer: what is used up, and whether to pause or halt. */
    synchronized void observe(Answered answer) {
        long nowMs = wall.nowMs();
        RateLimitHeaders headers = new RateLimitHeaders(answer.headers());
        headers.usedWeight().ifPresent(weight -> {
            minute = nowMs / MINUTE_MS;
            usedWeight = weight;
        });
        orderCounts.putAll(headers.orderCounts());
        if (answer.status() < 400) {
            return;
        }
        Penalty penalty = Penalty.of(answer, headers, nowMs);
        if (penalty.pauseMs() > 0 && nowMs + penalty.pauseMs() > pausedUntilMs) {
            pausedUntilMs = nowMs + penalty.pauseMs();
            pauseReason = penalty.reason();
            LOG.warn("nothing is sent to the venue for {} ms: {}", penalty.pauseMs(), penalty.reason());
        }
        if (penalty.halts() && haltReason == null) {
            haltReason = penalty.reason();
            LOG.error("order entry is halted until it is resumed by hand: {}", haltReason);
        }
    }

    /** Why order entry is halted, or empty. */
    public synchronized Optional<String> haltReason() {
        return Optional.ofNullable(haltReason);
    }

    /** Lets entries through again. A human's decision; a pause that still runs goes on. */
    public synchronized void resume() {
        haltReason = null;
    }

    /** The end of the current pause in this machine's time, epoch milliseconds, or empty. */
    public synchronized OptionalLong pausedUntilMs() {
        return wall.nowMs() < pausedUntilMs ? OptionalLong.of(pausedUntilMs) : OptionalLong.empty();
    }

    /** Request weight used in the running minute, as the venue last said plus what was sent since. */
    public synchronized long usedWeight() {
        return usedAt(wall.nowMs());
    }

    /** Orders counted by the venue per interval ({@code 10S}, {@code 1M}), as it last said. */
    public synchronized Map<String, Long> orderCounts() {
        return Map.copyOf(orderCounts);
    }
}
