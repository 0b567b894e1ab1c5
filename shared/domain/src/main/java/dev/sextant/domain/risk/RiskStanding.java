package dev.sextant.domain.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an account stands after the trades it closed: a fold over round trips. The database keeps it in
 * {@code risk.accounts} and folds the same way in {@code execution.settle_trade}.
 *
 * @param day the UTC day {@code dayPnl} belongs to, or null before the first closed trade
 * @param consecutiveLosses losing trades since the last one that did not lose, or since the last pause
 * @param pause why and until when entries rest by themselves, or null when they never did
 * @param haltReason why a human must resume, or null
 */
public record RiskStanding(
        @Nullable LocalDate day,
        R dayPnl,
        int consecutiveLosses,
        @Nullable Pause pause,
        @Nullable String haltReason) {

    /** A fresh account. */
    public static final RiskStanding CLEAN = new RiskStanding(null, R.ZERO, 0, null, null);

    /** A rest that ends by itself at {@code untilMs}. */
    public record Pause(long untilMs, String reason) {}

    /**
     * The standing once a round trip is closed. A trade that closes on an earlier day than one before it counts for the
     * later day: a loss is never dropped because it was told late.
     *
     * @param netPnl quote units, after fees
     * @param closedAtMs market time at which its end was booked
     */
    public RiskStanding afterTrade(BigDecimal netPnl, R result, long closedAtMs, RiskLimits limits) {
        LocalDate closedOn =
                Instant.ofEpochMilli(closedAtMs).atZone(ZoneOffset.UTC).toLocalDate();
        boolean newDay = day == null || closedOn.isAfter(day);
        R total = newDay ? result : dayPnl.plus(result);
        int losses = netPnl.signum() < 0 ? consecutiveLosses + 1 : 0;
        boolean rests = losses >= limits.maxConsecutiveLosses();
        boolean halts = total.compareTo(limits.maxDailyLoss().negate()) <= 0;
        return new RiskStanding(
                newDay ? closedOn : day,
                total,
                rests ? 0 : losses,
                rests ? longer(new Pause(closedAtMs + limits.lossPauseMs(), losses + " losses in a row")) : pause,
                halts ? haltReason(total, limits) : haltReason);
    }

    /** A person's longer pause is never shortened. */
    private Pause longer(Pause rest) {
        return pause != null && pause.untilMs() > rest.untilMs() ? pause : rest;
    }

    private static String haltReason(R total, RiskLimits limits) {
        return "daily loss " + total + " R, limit " + limits.maxDailyLoss().negate() + " R; a named human must resume";
    }

    /** The pause, while it lasts. */
    public Optional<Pause> pausedAt(long nowMs) {
        return Optional.ofNullable(pause).filter(rest -> rest.untilMs() > nowMs);
    }

    /** Result of the UTC day that {@code nowMs} lies in: zero once the counted day is over. */
    public R dayPnlAt(long nowMs) {
        return day == null || dayOf(nowMs).isAfter(day) ? R.ZERO : dayPnl;
    }

    private static LocalDate dayOf(long epochMs) {
        return Instant.ofEpochMilli(epochMs).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
