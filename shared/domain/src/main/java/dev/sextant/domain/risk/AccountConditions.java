package dev.sextant.domain.risk;

import dev.sextant.domain.time.IsoTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions that hold for an account whatever is to be entered. */
final class AccountConditions {

    private final AccountRisk account;
    private final RiskLimits limits;
    private final GuardLimits guard;
    private final GuardReadings readings;
    private final long nowMs;
    private final List<GuardFinding> findings = new ArrayList<>();

    private AccountConditions(AccountRisk account, GuardReadings readings, long nowMs) {
        this.account = account;
        this.limits = account.limits();
        this.guard = limits.guard();
        this.readings = readings;
        this.nowMs = nowMs;
    }

    static List<GuardFinding> hold(
            AccountRisk account, @Nullable String deskState, GuardReadings readings, long nowMs) {
        AccountConditions conditions = new AccountConditions(account, readings, nowMs);
        conditions.people();
        conditions.desk(deskState);
        conditions.openTrades();
        conditions.warnings();
        return conditions.findings;
    }

    private void people() {
        KillSwitch kill = account.kill();
        found(
                !kill.isOff(),
                GuardCondition.KILLED,
                "kill switch at level " + kill.level().wireName() + " by " + kill.changedBy());
        String haltReason = account.standing().haltReason();
        found(haltReason != null, GuardCondition.HALTED, String.valueOf(haltReason));
        String venueHalt = readings.venueHalt();
        found(venueHalt != null, GuardCondition.VENUE_HALTED, "the venue refused: " + venueHalt);
        account.standing()
                .pausedAt(nowMs)
                .ifPresent(pause -> found(
                        true, GuardCondition.PAUSED, pause.reason() + " until " + IsoTime.print(pause.untilMs())));
    }

    private void desk(@Nullable String state) {
        found(
                !"HEALTHY".equals(state),
                GuardCondition.RECOVERING,
                "the desk is " + (state == null ? "not started" : state));
        Long reachedMs = readings.venueReachedMs();
        if (reachedMs != null) {
            found(
                    nowMs - reachedMs > guard.maxVenueSilenceMs(),
                    GuardCondition.VENUE_SILENT,
                    "the venue has not answered since " + IsoTime.print(reachedMs) + ", limit "
                            + guard.maxVenueSilenceMs() + " ms");
        }
        Long streamedMs = readings.streamSeenMs();
        if (streamedMs != null) {
            found(
                    nowMs - streamedMs > guard.maxVenueSilenceMs(),
                    GuardCondition.STREAM_STALE,
                    "the private stream was last alive at " + IsoTime.print(streamedMs) + ", limit "
                            + guard.maxVenueSilenceMs() + " ms");
        }
    }

    private void openTrades() {
        R unrealised = readings.unrealised();
        found(
                unrealised.compareTo(guard.maxUnrealisedLoss().negate()) < 0,
                GuardCondition.UNREALISED_LOSS,
                "open trades stand at " + unrealised + " R, limit "
                        + guard.maxUnrealisedLoss().negate() + " R");
        oldestMark().ifPresent(this::mark);
    }

    private void mark(OpenRisk trade) {
        Long atMs = markedAt(trade);
        found(
                atMs == null || nowMs - atMs > limits.maxDataAgeMs(),
                GuardCondition.MARK_STALE,
                "a trade is open in " + trade.symbol() + ", whose trades are complete up to "
                        + (atMs == null ? "nothing" : IsoTime.print(atMs)) + ", limit " + limits.maxDataAgeMs()
                        + " ms");
    }

    /** One that has no price at all first, then the oldest, then by name. */
    private Optional<OpenRisk> oldestMark() {
        return readings.openTrades().stream()
                .min(Comparator.comparing(this::markedAt, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
                        .thenComparing(trade -> trade.symbol().name()));
    }

    private @Nullable Long markedAt(OpenRisk trade) {
        GuardReadings.Mark mark = readings.marks().get(trade.symbol());
        return mark == null ? null : Long.valueOf(mark.completeToMs());
    }

    private void warnings() {
        R today = account.standing().dayPnlAt(nowMs);
        found(
                today.compareTo(guard.warnDailyLoss().negate()) <= 0,
                GuardCondition.DAILY_LOSS_NEAR,
                "today stands at " + today + " R, entries stop at "
                        + limits.maxDailyLoss().negate() + " R");
        int losses = account.standing().consecutiveLosses();
        found(
                losses > 0 && losses == limits.maxConsecutiveLosses() - 1,
                GuardCondition.LOSSES_NEAR,
                losses + " losses in a row, a pause at " + limits.maxConsecutiveLosses());
        doubts();
        held();
        Long offsetMs = readings.clockOffsetMs();
        found(
                offsetMs != null && Math.abs(offsetMs) > guard.warnClockOffsetMs(),
                GuardCondition.CLOCK_OFF,
                "a clock is " + offsetMs + " ms from the venue's, limit " + guard.warnClockOffsetMs() + " ms");
    }

    private void doubts() {
        List<Long> old = readings.doubtsSinceMs().stream()
                .filter(sinceMs -> nowMs - sinceMs > guard.orderInDoubtMs())
                .toList();
        if (!old.isEmpty()) {
            found(
                    true,
                    GuardCondition.ORDER_IN_DOUBT,
                    old.size() + " orders with unknown outcome, the oldest since "
                            + IsoTime.print(Collections.min(old)));
        }
    }

    private void held() {
        readings.openTrades().stream()
                .filter(trade -> nowMs - trade.heldSinceMs() > guard.holdAlertMs())
                .min(Comparator.comparingLong(OpenRisk::heldSinceMs)
                        .thenComparing(trade -> trade.symbol().name()))
                .ifPresent(trade -> found(
                        true,
                        GuardCondition.HELD_LONG,
                        "a trade in " + trade.symbol() + " is open since " + IsoTime.print(trade.heldSinceMs())));
    }

    private void found(boolean holds, GuardCondition condition, String text) {
        if (holds) {
            findings.add(new GuardFinding(condition, text));
        }
    }
}
