package dev.sextant.venues.binance.trade;

import dev.sextant.domain.order.RequestLedger;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What may still be sent to the venue from this address. Three limits: a pause (429, 418, a firewall's 403), in which
 * nothing at all leaves; a halt, after which only exits, cancels and reads leave until a human resumes; and the weight
 * of the minute, of which entries and ordinary reads leave the last fifth. Share one instance among all adapters of a
 * process; what other processes send from the same address it hears of through a {@link RequestLedger}, which also keeps a
 * halt where it can.
 */
public final class RequestBudget {

    /** Who asks, with the share of the minute's weight up to which it is served. */
    public enum Priority {
        /** An order that may add exposure: it leaves the last fifth to what looks after orders that are there. */
        ENTRY(80),
        /** A reduce-only order. A halt does not hold it back; the venue answers it definitely if it can't be. */
        EXIT(100),
        CANCEL(100),
        /** Finding out what became of an order, and the clock. */
        RECONCILIATION(100),
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
    private final RequestLedger shared;
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
        this(wall, weightLimit, RequestLedger.NONE);
    }

    /** @param shared what others who send from the same address have used */
    public RequestBudget(EpochClock wall, long weightLimit, RequestLedger shared) {
        if (weightLimit <= 0) {
            throw new IllegalArgumentException("weight limit is " + weightLimit + ", expected more than 0");
        }
        this.wall = wall;
        this.weightLimit = weightLimit;
        this.shared = shared;
    }

    /** Takes {@code weight} out of the budget, or says why the request must not leave. */
    Optional<Refusal> take(Priority priority, int weight) {
        return take(priority, weight, 0);
    }

    /** The same for a placement, which counts per account beside what it weighs. */
    Optional<Refusal> take(Priority priority, int weight, int orders) {
        return takeHere(priority, weight).or(() -> takeShared(priority, weight, orders));
    }

    /** Who can't ask the others goes on by its own count; only nothing new is begun. */
    private Optional<Refusal> takeShared(Priority priority, int weight, int orders) {
        String kind = priority.name().toLowerCase(Locale.ROOT);
        try {
            return shared.take(new RequestLedger.Wish(kind, weight, orders, weightLimit))
                    .map(reason -> new Refusal(reason, false));
        } catch (IllegalStateException e) {
            LOG.warn("{}", e.getMessage());
            return priority == Priority.ENTRY
                    ? Optional.of(new Refusal(String.valueOf(e.getMessage()), false))
                    : Optional.empty();
        }
    }

    private synchronized Optional<Refusal> takeHere(Priority priority, int weight) {
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
    void observe(Answered answer) {
        RateLimitHeaders headers = new RateLimitHeaders(answer.headers());
        Penalty penalty = answer.status() < 400 ? Penalty.NONE : Penalty.of(answer, headers, wall.nowMs());
        learn(headers, penalty);
        String halt = haltReason().orElse(null);
        RequestLedger.Said said = new RequestLedger.Said(
                headers.usedWeight(), headers.orderCounts(), penalty.pauseMs(), penalty.reason(), halt);
        if (said.anything()) {
            try {
                shared.tell(said);
                forget(halt);
            } catch (IllegalStateException e) {
                LOG.warn("{}", e.getMessage());
            }
        }
    }

    /** What the others keep needs no second keeper, who would go on after a person has resumed. */
    private synchronized void forget(@Nullable String halt) {
        if (shared.keepsHalts() && Objects.equals(halt, haltReason)) {
            haltReason = null;
        }
    }

    private synchronized void learn(RateLimitHeaders headers, Penalty penalty) {
        long nowMs = wall.nowMs();
        headers.usedWeight().ifPresent(weight -> {
            minute = nowMs / MINUTE_MS;
            usedWeight = weight;
        });
        orderCounts.putAll(headers.orderCounts());
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

    /** Why order entry is halted here, or empty: by a halt that nobody else keeps, or not yet. */
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
