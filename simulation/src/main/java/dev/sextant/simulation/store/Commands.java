package dev.sextant.simulation.store;

import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.RiskStanding;
import java.util.Set;

/** {@code risk.command}: what a person may order. */
public final class Commands {

    private static final long RECENT_MS = 180_000;

    private final Tables tables;
    private final Set<Defect> defects;

    Commands(Tables tables, Set<Defect> defects) {
        this.tables = tables;
        this.defects = defects;
    }

    /** Throws the switch; false when it is that high already. */
    public boolean kill(KillSwitch.Level level, String by, long nowMs) {
        if (level.compareTo(tables.account.kill.level()) <= 0) {
            return false;
        }
        tables.account.kill = new KillSwitch(level, by);
        tables.account.killChangedAtMs = nowMs;
        return true;
    }

    /** Lets entries rest; never shortens an earlier pause. */
    public boolean pause(long untilMs, String reason) {
        RiskStanding standing = tables.account.standing;
        RiskStanding.Pause pause = standing.pause();
        if (pause != null && pause.untilMs() >= untilMs) {
            return false;
        }
        tables.account.standing = new RiskStanding(
                standing.day(),
                standing.dayPnl(),
                standing.consecutiveLosses(),
                new RiskStanding.Pause(untilMs, reason),
                standing.haltReason());
        return true;
    }

    /** Lowers the switch and ends halt and pause, after a clean reconciliation. */
    public Resumed resume(String by, long nowMs) {
        AccountRow account = tables.account;
        RiskStanding standing = account.standing;
        if (account.kill.isOff()
                && standing.haltReason() == null
                && standing.pausedAt(nowMs).isEmpty()) {
            return Resumed.NOTHING_TO_RESUME;
        }
        Resumed refusal = refusal(nowMs);
        if (refusal != Resumed.DONE && !defects.contains(Defect.RESUME_BLINDLY)) {
            return refusal;
        }
        account.kill = new KillSwitch(KillSwitch.Level.NONE, by);
        account.killChangedAtMs = nowMs;
        account.standing =
                new RiskStanding(standing.day(), standing.dayPnl(), standing.consecutiveLosses(), null, null);
        return Resumed.DONE;
    }

    private Resumed refusal(long nowMs) {
        AccountRow account = tables.account;
        boolean held = tables.openTrades.values().stream().anyMatch(trade -> trade.opened.compareTo(trade.closed) > 0);
        Long reconciledAtMs = account.reconciledAtMs;
        if (!"HEALTHY".equals(account.deskState)) {
            return Resumed.RECOVERING;
        }
        if (account.kill.level() == KillSwitch.Level.FLATTEN && held) {
            return Resumed.STILL_CLOSING;
        }
        if (reconciledAtMs == null || reconciledAtMs < Math.max(account.killChangedAtMs, nowMs - RECENT_MS)) {
            return Resumed.NOT_RECONCILED;
        }
        return account.reconciledClean ? Resumed.DONE : Resumed.NOT_CLEAN;
    }

    /** The answer to a resume. */
    public enum Resumed {
        DONE,
        NOTHING_TO_RESUME,
        RECOVERING,
        STILL_CLOSING,
        NOT_RECONCILED,
        NOT_CLEAN
    }
}
