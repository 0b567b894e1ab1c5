package dev.sextant.simulation.store;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.domain.risk.RiskPicture;
import dev.sextant.domain.risk.RiskStanding;
import dev.sextant.domain.time.IsoTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a person may order: {@code risk.command} and what stands beside it. */
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
        tables.account.killStep = tables.nextStep();
        tables.audit("killed", level.wireName(), nowMs);
        return true;
    }

    /** Lets entries rest; never shortens an earlier pause. */
    public boolean pause(long untilMs, String reason, long nowMs) {
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
        tables.audit("paused", IsoTime.print(untilMs), nowMs);
        return true;
    }

    /** Lowers the switch and ends halt and pause, after a clean reconciliation. */
    public Answer resume(String by, long nowMs) {
        AccountRow account = tables.account;
        RiskStanding standing = account.standing;
        if (account.kill.isOff()
                && standing.haltReason() == null
                && account.venueHalt == null
                && standing.pausedAt(nowMs).isEmpty()) {
            return Answer.SAME;
        }
        Answer refusal = refusal(nowMs);
        if (refusal != Answer.CHANGED && !defects.contains(Defect.RESUME_BLINDLY)) {
            return refusal;
        }
        audit(account, nowMs);
        account.kill = new KillSwitch(KillSwitch.Level.NONE, by);
        account.killChangedAtMs = nowMs;
        account.killStep = tables.nextStep();
        account.venueHalt = null;
        account.standing =
                new RiskStanding(standing.day(), standing.dayPnl(), standing.consecutiveLosses(), null, null);
        return Answer.CHANGED;
    }

    private void audit(AccountRow account, long nowMs) {
        List<String> ended = new ArrayList<>();
        if (!account.kill.isOff()) {
            ended.add(account.kill.level().wireName());
        }
        if (account.standing.haltReason() != null) {
            ended.add("halted");
        }
        if (account.venueHalt != null) {
            ended.add("venue_halted");
        }
        account.standing.pausedAt(nowMs).ifPresent(pause -> ended.add("paused"));
        tables.audit("resumed", String.join(", ", ended), nowMs);
    }

    private Answer refusal(long nowMs) {
        AccountRow account = tables.account;
        boolean held = tables.openTrades.values().stream().anyMatch(trade -> trade.opened.compareTo(trade.closed) > 0);
        Pass pass = account.contacts.passSince(account.killStep);
        if (!"HEALTHY".equals(account.deskState)) {
            return Answer.RECOVERING;
        }
        boolean halted = account.standing.haltReason() != null;
        if ((account.kill.level() == KillSwitch.Level.FLATTEN || halted) && held) {
            return Answer.STILL_CLOSING;
        }
        long haltedAtMs = Math.max(
                halted ? account.haltedAtMs : Long.MIN_VALUE,
                account.venueHalt != null ? account.venueHaltedAtMs : Long.MIN_VALUE);
        long stoppedAtMs = Math.max(account.killChangedAtMs, haltedAtMs);
        if (pass == null || pass.atMs() < Math.max(stoppedAtMs, nowMs - RECENT_MS)) {
            return Answer.NOT_RECONCILED;
        }
        return pass.clean() ? Answer.CHANGED : Answer.NOT_CLEAN;
    }

    /** Other limits, if these are still the ones that were seen: {@code risk.set_limits}. */
    public Answer limit(long seenVersion, RiskLimits limits, long nowMs) {
        AccountRow account = tables.account;
        if (seenVersion != account.limitsVersion) {
            return Answer.STALE_VERSION;
        }
        if (limits.equals(account.limits)) {
            return Answer.SAME;
        }
        account.limits = limits;
        account.limitsVersion++;
        tables.audit("limits_set", "", nowMs);
        return Answer.CHANGED;
    }

    /** Starts or stops a strategy: {@code strategy.set_state}. */
    public Answer run(String strategy, boolean running, long nowMs) {
        RiskPicture.Trader trader = tables.account.strategies.get(strategy);
        String state = running ? "RUNNING" : "STOPPED";
        if (trader == null) {
            return Answer.UNKNOWN_STRATEGY;
        }
        if (running && !"HEALTHY".equals(tables.account.deskState)) {
            return Answer.RECOVERING;
        }
        if (trader.state().equals(state)) {
            return Answer.SAME;
        }
        tables.account.strategies.put(strategy, new RiskPicture.Trader(state, trader.symbols()));
        tables.audit(running ? "strategy_started" : "strategy_stopped", strategy, nowMs);
        return Answer.CHANGED;
    }

    /** Lets entries into a symbol again, once a pass has seen that nothing differs: {@code risk.unblock}. */
    public Answer unblock(Symbol symbol, long nowMs) {
        AccountRow.Block block = tables.account.blocked.get(symbol);
        if (block == null) {
            return Answer.SAME;
        }
        Pass pass = tables.account.contacts.passSince(block.step());
        if (pass == null || !pass.readAll()) {
            return Answer.NOT_RECONCILED;
        }
        if (pass.different().contains(symbol)) {
            return Answer.STILL_DIFFERENT;
        }
        tables.account.blocked.remove(symbol);
        tables.audit("unblocked", symbol.name(), nowMs);
        return Answer.CHANGED;
    }
}
