package dev.sextant.domain.risk;

import dev.sextant.domain.time.IsoTime;
import java.util.ArrayList;
import java.util.List;

/** The conditions that hold for one strategy in one symbol. */
final class SymbolConditions {

    private SymbolConditions() {}

    static List<GuardFinding> hold(EntryDemand demand, RiskLimits limits, EntryConditions conditions, long nowMs) {
        List<GuardFinding> findings = new ArrayList<>();
        String state = conditions.strategyState();
        if (!"RUNNING".equals(state)) {
            findings.add(new GuardFinding(
                    GuardCondition.STRATEGY_STOPPED,
                    "strategy " + demand.strategy() + " is " + (state == null ? "unknown" : state)));
        }
        String blocked = conditions.blocked();
        if (blocked != null) {
            findings.add(new GuardFinding(GuardCondition.SYMBOL_BLOCKED, blocked));
        }
        age(demand, limits.maxDataAgeMs(), conditions, nowMs, findings);
        return findings;
    }

    private static void age(
            EntryDemand demand, long limitMs, EntryConditions conditions, long nowMs, List<GuardFinding> findings) {
        Long completeToMs = conditions.tradesCompleteToMs();
        boolean stale = completeToMs == null || nowMs - completeToMs > limitMs;
        boolean late = completeToMs == null || nowMs - completeToMs > limitMs / 2;
        if (late) {
            findings.add(new GuardFinding(
                    stale ? GuardCondition.DATA_STALE : GuardCondition.DATA_LATE,
                    "trades of " + demand.symbol() + " are complete up to "
                            + (completeToMs == null ? "nothing" : IsoTime.print(completeToMs)) + ", limit " + limitMs
                            + " ms"));
        }
    }
}
