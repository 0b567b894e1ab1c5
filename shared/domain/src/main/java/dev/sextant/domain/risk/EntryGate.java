package dev.sextant.domain.risk;

import dev.sextant.domain.time.IsoTime;
import java.util.Optional;

/**
 * Whether an entry may go on now, whatever its size. Asked when it is reserved and again when it is claimed; exits are
 * never asked. The first rule that refuses gives the reason. {@code execution.entry_refusal} is the same list in the
 * database, where it decides under the account's lock; a test holds the two together.
 */
public final class EntryGate {

    private EntryGate() {}

    /** Why not, or empty when it may. */
    public static Optional<Refusal> refusal(
            EntryDemand demand, AccountRisk account, EntryConditions conditions, long nowMs) {
        return killed(account)
                .or(() -> halted(account))
                .or(() -> paused(account, nowMs))
                .or(() -> deskAway(conditions))
                .or(() -> strategyStopped(demand, conditions))
                .or(() -> blocked(conditions))
                .or(() -> expired(demand, nowMs))
                .or(() -> stale(demand, account, conditions, nowMs))
                .or(() -> deaf(conditions, nowMs));
    }

    private static Optional<Refusal> killed(AccountRisk account) {
        KillSwitch kill = account.kill();
        return Refusal.when(
                !kill.isOff(), "killed", "kill switch at level " + kill.level().wireName() + " by " + kill.changedBy());
    }

    private static Optional<Refusal> halted(AccountRisk account) {
        return Optional.ofNullable(account.standing().haltReason()).map(reason -> new Refusal("halted", reason));
    }

    private static Optional<Refusal> paused(AccountRisk account, long nowMs) {
        return account.standing()
                .pausedAt(nowMs)
                .map(pause -> new Refusal("paused", pause.reason() + " until " + IsoTime.print(pause.untilMs())));
    }

    private static Optional<Refusal> deskAway(EntryConditions conditions) {
        String state = conditions.deskState();
        return Refusal.when(
                !"HEALTHY".equals(state), "recovering", "the desk is " + (state == null ? "not started" : state));
    }

    private static Optional<Refusal> strategyStopped(EntryDemand demand, EntryConditions conditions) {
        String state = conditions.strategyState();
        return Refusal.when(
                !"RUNNING".equals(state),
                "strategy_stopped",
                "strategy " + demand.strategy() + " is " + (state == null ? "unknown" : state));
    }

    private static Optional<Refusal> blocked(EntryConditions conditions) {
        return Optional.ofNullable(conditions.blocked()).map(reason -> new Refusal("symbol_blocked", reason));
    }

    private static Optional<Refusal> expired(EntryDemand demand, long nowMs) {
        Long expiresAtMs = demand.expiresAtMs();
        return Refusal.when(
                expiresAtMs == null || nowMs > expiresAtMs,
                "expired",
                "expired at " + (expiresAtMs == null ? "an unnamed time" : IsoTime.print(expiresAtMs)) + ", now "
                        + IsoTime.print(nowMs));
    }

    private static Optional<Refusal> stale(
            EntryDemand demand, AccountRisk account, EntryConditions conditions, long nowMs) {
        Long completeToMs = conditions.tradesCompleteToMs();
        long limitMs = account.limits().maxDataAgeMs();
        return Refusal.when(
                completeToMs == null || nowMs - completeToMs > limitMs,
                "data_stale",
                "trades of " + demand.symbol() + " are complete up to "
                        + (completeToMs == null ? "nothing" : IsoTime.print(completeToMs)) + ", limit " + limitMs
                        + " ms");
    }

    private static Optional<Refusal> deaf(EntryConditions conditions, long nowMs) {
        PrivateStream stream = conditions.stream();
        return stream == null
                ? Optional.empty()
                : Refusal.when(
                        nowMs - stream.lastAliveMs() > PrivateStream.LIMIT_MS,
                        "stream_stale",
                        "the private stream was last alive at " + IsoTime.print(stream.lastAliveMs()) + ", limit "
                                + PrivateStream.LIMIT_MS + " ms");
    }
}
