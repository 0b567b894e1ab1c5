package dev.sextant.domain.risk;

import java.math.BigDecimal;

/**
 * The limits of an account. Amounts are quote units, times milliseconds; all are positive.
 *
 * @param maxPositions symbols that may be held or on their way at once
 * @param maxSymbolNotional of one symbol, held and on its way together
 * @param maxTotalNotional of all symbols
 * @param maxEntriesPerMinute entries that were not refused, within one minute
 * @param maxDailyLoss closed loss of a UTC day that halts the account until a human resumes it
 * @param maxConsecutiveLosses losing trades in a row that pause it
 * @param lossPauseMs length of that pause
 * @param maxDataAgeMs how old the newest complete trade of the symbol may be
 * @param maxClockAheadMs how far our clock may run ahead of the venue's when signing
 * @param maxClockOffsetMs how far it may be off in either direction
 * @param guard the limits of the states around it
 */
public record RiskLimits(
        int maxPositions,
        BigDecimal maxSymbolNotional,
        BigDecimal maxTotalNotional,
        int maxEntriesPerMinute,
        R maxDailyLoss,
        int maxConsecutiveLosses,
        long lossPauseMs,
        long maxDataAgeMs,
        long maxClockAheadMs,
        long maxClockOffsetMs,
        GuardLimits guard) {

    /** With the guard's standard limits. */
    public RiskLimits(
            int maxPositions,
            BigDecimal maxSymbolNotional,
            BigDecimal maxTotalNotional,
            int maxEntriesPerMinute,
            R maxDailyLoss,
            int maxConsecutiveLosses,
            long lossPauseMs,
            long maxDataAgeMs,
            long maxClockAheadMs,
            long maxClockOffsetMs) {
        this(
                maxPositions,
                maxSymbolNotional,
                maxTotalNotional,
                maxEntriesPerMinute,
                maxDailyLoss,
                maxConsecutiveLosses,
                lossPauseMs,
                maxDataAgeMs,
                maxClockAheadMs,
                maxClockOffsetMs,
                GuardLimits.STANDARD);
    }
}
