package dev.sextant.domain.risk;

import org.jspecify.annotations.Nullable;

/**
 * The desk around an entry at the moment it is judged.
 *
 * @param deskState of the newest session, {@code HEALTHY} when entries may pass; null when the desk never started
 * @param strategyState {@code RUNNING} when entries may pass; null when the strategy is unknown
 * @param blocked why the symbol takes no entries, or null
 * @param tradesCompleteToMs market time up to which the symbol's trades are complete, or null when there are none
 * @param stream the account's private stream, or null when it has none and trades on what REST says
 */
public record EntryConditions(
        @Nullable String deskState,
        @Nullable String strategyState,
        @Nullable String blocked,
        @Nullable Long tradesCompleteToMs,
        @Nullable PrivateStream stream) {

    /** Of an account without a private stream. */
    public EntryConditions(
            @Nullable String deskState,
            @Nullable String strategyState,
            @Nullable String blocked,
            @Nullable Long tradesCompleteToMs) {
        this(deskState, strategyState, blocked, tradesCompleteToMs, null);
    }
}
