package dev.sextant.domain.order;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An intent as it stands in the store.
 *
 * @param plan of the round trip, or null for an order of a plan of several legs
 * @param version rises by one with every move
 * @param claimedAtMs when the claim was granted, market time, or null
 * @param unknownSinceMs since when its outcome is unknown, or null
 * @param quarantinedAtMs when its quarantine began, or null
 * @param notFoundChecks consecutive "not found" answers
 * @param cancelRequestedAtMs the cancel latch, or null
 * @param updatedAtMs when it was last moved, market time; of one that is over, when it ended
 * @param reasonCode the stable code it was refused with, or null
 */
public record StoredOrder(
        IntentId id,
        Account account,
        String strategy,
        String strategyVersion,
        String sourceId,
        @Nullable String decisionId,
        String tradeId,
        Purpose purpose,
        String cause,
        OrderRequest request,
        BigDecimal referencePrice,
        @Nullable EntryPlan plan,
        OrderState state,
        long version,
        Quantity filled,
        long createdAtMs,
        @Nullable Long claimedAtMs,
        @Nullable Long unknownSinceMs,
        @Nullable Long quarantinedAtMs,
        int notFoundChecks,
        @Nullable Long cancelRequestedAtMs,
        long updatedAtMs,
        @Nullable String reasonCode) {

    private static final int VANISHED_CHECKS = 2;

    /** A stamp further ahead of now than this is of a clock that was wrong. */
    public static final long AHEAD_MS = 5_000;

    /** What is said of a stamp that can't be trusted: long ago, so that it holds nothing up. */
    public static final long LONG_AGO = Long.MAX_VALUE;

    /** One that was not moved since it was made, and not refused. */
    public StoredOrder(
            IntentId id,
            Account account,
            String strategy,
            String strategyVersion,
            String sourceId,
            @Nullable String decisionId,
            String tradeId,
            Purpose purpose,
            String cause,
            OrderRequest request,
            BigDecimal referencePrice,
            @Nullable EntryPlan plan,
            OrderState state,
            long version,
            Quantity filled,
            long createdAtMs,
            @Nullable Long claimedAtMs,
            @Nullable Long unknownSinceMs,
            @Nullable Long quarantinedAtMs,
            int notFoundChecks,
            @Nullable Long cancelRequestedAtMs) {
        this(
                id,
                account,
                strategy,
                strategyVersion,
                sourceId,
                decisionId,
                tradeId,
                purpose,
                cause,
                request,
                referencePrice,
                plan,
                state,
                version,
                filled,
                createdAtMs,
                claimedAtMs,
                unknownSinceMs,
                quarantinedAtMs,
                notFoundChecks,
                cancelRequestedAtMs,
                createdAtMs,
                null);
    }

    /**
     * True when it rested at the venue, which did not find it in two passes of the reconciler in a row. It may rest all the
     * same: venues have forgotten orders for half an hour.
     */
    public boolean vanished() {
        boolean rested = state == OrderState.OPEN || state == OrderState.PARTIALLY_FILLED;
        return rested && notFoundChecks >= VANISHED_CHECKS;
    }

    /** How long ago a stamp was, in milliseconds; {@link #LONG_AGO} when it is more than {@link #AHEAD_MS} ahead. */
    public static long sinceMs(long stampMs, long nowMs) {
        return stampMs > nowMs + AHEAD_MS ? LONG_AGO : nowMs - stampMs;
    }

    /** How long ago it was claimed, as {@link #sinceMs}; 0 while nobody has. */
    public long sinceClaimMs(long nowMs) {
        Long atMs = claimedAtMs;
        return atMs == null ? 0 : sinceMs(atMs, nowMs);
    }

    public Symbol symbol() {
        return request.symbol();
    }

    /** What is not filled yet. */
    public Quantity remaining() {
        return request.quantity().minus(filled.min(request.quantity()));
    }
}
