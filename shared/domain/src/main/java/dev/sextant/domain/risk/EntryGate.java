package dev.sextant.domain.risk;

import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.time.IsoTime;
import java.util.Optional;

/**
 * Whether an entry may go on now, whatever its size. Asked when it is reserved and again when it is claimed; exits are
 * never asked. {@code execution.entry_refusal} is the same in the database, where it decides under the account's lock; a
 * test holds the two together.
 */
public final class EntryGate {

    private EntryGate() {}

    /** Why not, or empty when it may: the guard's first barrier, else that its time is over. */
    public static Optional<Refusal> refusal(
            EntryDemand demand, AccountRisk account, EntryConditions conditions, long nowMs) {
        return Guard.refusal(Purpose.ENTRY, Guard.ofEntry(demand, account, conditions, nowMs))
                .or(() -> expired(demand, nowMs));
    }

    private static Optional<Refusal> expired(EntryDemand demand, long nowMs) {
        Long expiresAtMs = demand.expiresAtMs();
        return Refusal.when(
                expiresAtMs == null || nowMs > expiresAtMs,
                "expired",
                "expired at " + (expiresAtMs == null ? "an unnamed time" : IsoTime.print(expiresAtMs)) + ", now "
                        + IsoTime.print(nowMs));
    }
}
